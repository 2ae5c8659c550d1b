-- What the office decided about its payments, and what people did under it: policies, accounts of
-- payees that were proved, controls that were overridden, keys and signatures. All of it only grows.

CREATE TABLE policy (
    version INTEGER PRIMARY KEY CHECK (version > 0),
    document TEXT NOT NULL,
    user TEXT NOT NULL CHECK (user <> ''),
    as_of TEXT NOT NULL CHECK (as_of IS date(as_of, '+0 days'))
) STRICT;

-- The highest approved version is in force.
CREATE TABLE policy_approval (
    version INTEGER PRIMARY KEY REFERENCES policy (version),
    user TEXT NOT NULL CHECK (user <> ''),
    as_of TEXT NOT NULL CHECK (as_of IS date(as_of, '+0 days'))
) STRICT;

-- Accounts of payees that were there before a policy asked for proof.
CREATE TABLE known_beneficiary (
    dossier_id INTEGER NOT NULL REFERENCES dossier (id),
    payee_key TEXT NOT NULL CHECK (payee_key <> ''),
    iban TEXT NOT NULL CHECK (iban <> ''),
    policy_version INTEGER NOT NULL REFERENCES policy (version),
    PRIMARY KEY (dossier_id, payee_key, iban)
) STRICT, WITHOUT ROWID;

CREATE TABLE beneficiary (
    id INTEGER PRIMARY KEY,
    dossier_id INTEGER NOT NULL REFERENCES dossier (id),
    iban TEXT NOT NULL CHECK (iban <> ''),
    document TEXT NOT NULL CHECK (length(document) = 64),
    user TEXT NOT NULL CHECK (user <> ''),
    as_of TEXT NOT NULL CHECK (as_of IS date(as_of, '+0 days'))
) STRICT;

CREATE INDEX beneficiary_by_dossier ON beneficiary (dossier_id, iban);

CREATE TABLE beneficiary_approval (
    beneficiary_id INTEGER PRIMARY KEY REFERENCES beneficiary (id),
    user TEXT NOT NULL CHECK (user <> ''),
    as_of TEXT NOT NULL CHECK (as_of IS date(as_of, '+0 days'))
) STRICT;

-- Stated and computed are cents or a number of dossiers, as the control has it.
CREATE TABLE control_override (
    id INTEGER PRIMARY KEY,
    run_line_id INTEGER NOT NULL REFERENCES run_line (id),
    control TEXT NOT NULL CHECK (control <> ''),
    unit TEXT NOT NULL CHECK (unit IN ('money', 'count')),
    stated INTEGER NOT NULL,
    computed INTEGER NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    user TEXT NOT NULL CHECK (user <> ''),
    as_of TEXT NOT NULL CHECK (as_of IS date(as_of, '+0 days'))
) STRICT;

CREATE INDEX control_override_by_line ON control_override (run_line_id);

CREATE TABLE user_key (
    public_key TEXT PRIMARY KEY CHECK (length(public_key) = 64),
    owner TEXT NOT NULL CHECK (owner <> ''),
    user TEXT NOT NULL CHECK (user <> '' AND user <> owner),
    as_of TEXT NOT NULL CHECK (as_of IS date(as_of, '+0 days'))
) STRICT, WITHOUT ROWID;

CREATE TABLE user_key_end (
    public_key TEXT PRIMARY KEY REFERENCES user_key (public_key),
    reason TEXT NOT NULL CHECK (reason <> ''),
    user TEXT NOT NULL CHECK (user <> ''),
    as_of TEXT NOT NULL CHECK (as_of IS date(as_of, '+0 days'))
) STRICT, WITHOUT ROWID;

CREATE TABLE run_signature (
    run_id INTEGER PRIMARY KEY REFERENCES run (id),
    public_key TEXT NOT NULL REFERENCES user_key (public_key),
    signature TEXT NOT NULL CHECK (length(signature) = 128)
) STRICT;

CREATE TRIGGER policy_by_two BEFORE INSERT ON policy_approval
WHEN new.user = (SELECT user FROM policy WHERE version = new.version)
BEGIN SELECT RAISE(ABORT, 'who loads a policy does not approve it'); END;
CREATE TRIGGER beneficiary_by_two BEFORE INSERT ON beneficiary_approval
WHEN new.user = (SELECT user FROM beneficiary WHERE id = new.beneficiary_id)
BEGIN SELECT RAISE(ABORT, 'who confirms an account does not approve it'); END;
CREATE TRIGGER control_override_by_another BEFORE INSERT ON control_override
WHEN new.user IN (SELECT r.prepared_by FROM run_line l JOIN run r ON r.id = l.run_id
                  WHERE l.id = new.run_line_id
                  UNION SELECT r.approved_by FROM run_line l JOIN run r ON r.id = l.run_id
                  WHERE l.id = new.run_line_id)
BEGIN SELECT RAISE(ABORT, 'who prepares or approves a run overrides none of its controls'); END;

CREATE TRIGGER policy_unchanged BEFORE UPDATE ON policy
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER policy_kept BEFORE DELETE ON policy
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;

CREATE TRIGGER policy_approval_unchanged BEFORE UPDATE ON policy_approval
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER policy_approval_kept BEFORE DELETE ON policy_approval
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;

CREATE TRIGGER known_beneficiary_unchanged BEFORE UPDATE ON known_beneficiary
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER known_beneficiary_kept BEFORE DELETE ON known_beneficiary
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;

CREATE TRIGGER beneficiary_unchanged BEFORE UPDATE ON beneficiary
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER beneficiary_kept BEFORE DELETE ON beneficiary
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;

CREATE TRIGGER beneficiary_approval_unchanged BEFORE UPDATE ON beneficiary_approval
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER beneficiary_approval_kept BEFORE DELETE ON beneficiary_approval
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;

CREATE TRIGGER control_override_unchanged BEFORE UPDATE ON control_override
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER control_override_kept BEFORE DELETE ON control_override
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;

CREATE TRIGGER user_key_unchanged BEFORE UPDATE ON user_key
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER user_key_kept BEFORE DELETE ON user_key
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;

CREATE TRIGGER user_key_end_unchanged BEFORE UPDATE ON user_key_end
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER user_key_end_kept BEFORE DELETE ON user_key_end
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;

CREATE TRIGGER run_signature_unchanged BEFORE UPDATE ON run_signature
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER run_signature_kept BEFORE DELETE ON run_signature
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
