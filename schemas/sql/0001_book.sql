-- The book of one office. Money is whole cents, dates are ISO text, digests are hexadecimal.
-- Facts only grow: the triggers at the end refuse to change or remove them. `balance`, `suspense`
-- and the states of runs are kept beside the facts for speed and can be recomputed from them.

CREATE TABLE office (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL CHECK (name <> ''),
    enterprise_number TEXT NOT NULL CHECK (length(enterprise_number) = 10)
) STRICT;

CREATE TABLE dossier (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE CHECK (number <> '')
) STRICT;

-- Each import of a changed document adds a version; the highest is in force.
CREATE TABLE dossier_document (
    dossier_id INTEGER NOT NULL REFERENCES dossier (id),
    version INTEGER NOT NULL CHECK (version > 0),
    as_of TEXT NOT NULL CHECK (as_of IS date(as_of, '+0 days')),
    user TEXT NOT NULL CHECK (user <> ''),
    document TEXT NOT NULL,
    PRIMARY KEY (dossier_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE bank_account (
    id INTEGER PRIMARY KEY,
    dossier_id INTEGER NOT NULL REFERENCES dossier (id),
    account_key TEXT NOT NULL,
    iban TEXT NOT NULL UNIQUE,
    opening_date TEXT NOT NULL CHECK (opening_date IS date(opening_date, '+0 days')),
    opening INTEGER NOT NULL,
    UNIQUE (dossier_id, account_key)
) STRICT;

CREATE TABLE ledger_account (
    id INTEGER PRIMARY KEY,
    dossier_id INTEGER NOT NULL REFERENCES dossier (id),
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    bank_account_key TEXT NOT NULL,
    UNIQUE (dossier_id, code)
) STRICT;

CREATE TABLE balance (
    ledger_account_id INTEGER PRIMARY KEY REFERENCES ledger_account (id),
    cents INTEGER NOT NULL
) STRICT;

CREATE TABLE bank_file (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    format TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    as_of TEXT NOT NULL CHECK (as_of IS date(as_of, '+0 days')),
    user TEXT NOT NULL CHECK (user <> '')
) STRICT;

CREATE TABLE statement (
    id INTEGER PRIMARY KEY,
    bank_file_id INTEGER NOT NULL REFERENCES bank_file (id),
    bank_account_id INTEGER NOT NULL REFERENCES bank_account (id),
    number INTEGER NOT NULL,
    opening_date TEXT NOT NULL CHECK (opening_date IS date(opening_date, '+0 days')),
    opening INTEGER NOT NULL,
    closing_date TEXT NOT NULL CHECK (closing_date IS date(closing_date, '+0 days')),
    closing INTEGER NOT NULL,
    movements INTEGER NOT NULL CHECK (movements >= 0),
    line INTEGER NOT NULL
) STRICT;

CREATE INDEX statement_by_account ON statement (bank_account_id, id);

-- Movements of the account, and the details of totals (total_id names their movement).
CREATE TABLE movement (
    id INTEGER PRIMARY KEY,
    statement_id INTEGER NOT NULL REFERENCES statement (id),
    bank_account_id INTEGER NOT NULL REFERENCES bank_account (id),
    total_id INTEGER REFERENCES movement (id),
    sequence INTEGER NOT NULL,
    detail INTEGER NOT NULL,
    booking_date TEXT NOT NULL CHECK (booking_date IS date(booking_date, '+0 days')),
    value_date TEXT CHECK (value_date IS date(value_date, '+0 days')),
    cents INTEGER NOT NULL,
    counterparty_name TEXT NOT NULL,
    counterparty_account TEXT NOT NULL,
    counterparty_bic TEXT NOT NULL,
    communication_kind TEXT NOT NULL,
    communication_type TEXT NOT NULL,
    communication TEXT NOT NULL,
    end_to_end_id TEXT NOT NULL,
    mandate_id TEXT NOT NULL,
    bank_reference TEXT NOT NULL,
    transaction_code TEXT NOT NULL,
    return_reason TEXT NOT NULL,
    line INTEGER NOT NULL
) STRICT;

CREATE INDEX movement_by_statement ON movement (statement_id, id);

CREATE TABLE suspense (
    movement_id INTEGER PRIMARY KEY REFERENCES movement (id),
    reason TEXT NOT NULL
) STRICT;

CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL
        CHECK (state IN ('prepared', 'approved', 'exported', 'closed', 'cancelled')),
    as_of TEXT NOT NULL CHECK (as_of IS date(as_of, '+0 days')),
    through TEXT NOT NULL CHECK (through IS date(through, '+0 days')),
    prepared_by TEXT NOT NULL CHECK (prepared_by <> ''),
    approved_by TEXT NOT NULL CHECK (approved_by <> prepared_by),
    exported_by TEXT NOT NULL,
    approved_on TEXT CHECK (approved_on IS date(approved_on, '+0 days')),
    exported_on TEXT CHECK (exported_on IS date(exported_on, '+0 days')),
    version TEXT NOT NULL,
    file_sha256 TEXT NOT NULL,
    content TEXT NOT NULL
) STRICT;

CREATE TABLE run_line (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES run (id),
    position INTEGER NOT NULL CHECK (position > 0),
    dossier_id INTEGER NOT NULL REFERENCES dossier (id),
    subject TEXT NOT NULL,
    account_key TEXT NOT NULL,
    pot TEXT NOT NULL,
    priority INTEGER NOT NULL,
    due TEXT NOT NULL CHECK (due IS date(due, '+0 days')),
    cents INTEGER NOT NULL CHECK (cents >= 0),
    short_by INTEGER NOT NULL CHECK (short_by >= 0),
    execution_date TEXT NOT NULL CHECK (execution_date IS date(execution_date, '+0 days')),
    payee_name TEXT NOT NULL,
    payee_iban TEXT NOT NULL,
    payee_bic TEXT NOT NULL,
    remittance_kind TEXT NOT NULL CHECK (remittance_kind IN ('none', 'free', 'ogm', 'rf')),
    remittance TEXT NOT NULL,
    decision TEXT NOT NULL,
    reason TEXT NOT NULL,
    end_to_end_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('not_paid', 'prepared', 'approved', 'exported',
                                         'executed', 'returned', 'cancelled')),
    UNIQUE (run_id, position)
) STRICT;

CREATE INDEX run_line_by_dossier ON run_line (dossier_id, state);
CREATE UNIQUE INDEX run_line_by_end_to_end_id ON run_line (end_to_end_id)
    WHERE end_to_end_id <> '';

CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    dossier_id INTEGER NOT NULL REFERENCES dossier (id),
    number INTEGER NOT NULL CHECK (number > 0),
    kind TEXT NOT NULL,
    date TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
    reason TEXT NOT NULL,
    note TEXT NOT NULL,
    origin TEXT NOT NULL,
    movement_id INTEGER REFERENCES movement (id),
    run_line_id INTEGER REFERENCES run_line (id),
    reverses INTEGER NOT NULL,
    user TEXT NOT NULL CHECK (user <> ''),
    as_of TEXT NOT NULL CHECK (as_of IS date(as_of, '+0 days')),
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    UNIQUE (dossier_id, number)
) STRICT;

CREATE INDEX entry_by_run_line ON entry (run_line_id) WHERE run_line_id IS NOT NULL;
CREATE UNIQUE INDEX entry_reversed_once ON entry (dossier_id, reverses) WHERE reverses <> 0;

CREATE TABLE posting (
    entry_id INTEGER NOT NULL REFERENCES entry (id),
    position INTEGER NOT NULL,
    ledger_account_id INTEGER NOT NULL REFERENCES ledger_account (id),
    cents INTEGER NOT NULL,
    due TEXT CHECK (due IS date(due, '+0 days')),
    PRIMARY KEY (entry_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX posting_by_due ON posting (ledger_account_id, due, cents) WHERE due IS NOT NULL;

CREATE TABLE event (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    as_of TEXT NOT NULL CHECK (as_of IS date(as_of, '+0 days')),
    user TEXT NOT NULL CHECK (user <> ''),
    kind TEXT NOT NULL,
    dossier TEXT NOT NULL,
    facts TEXT NOT NULL,
    digest TEXT NOT NULL CHECK (length(digest) = 64)
) STRICT;

CREATE TRIGGER office_unchanged BEFORE UPDATE ON office
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER office_kept BEFORE DELETE ON office
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;

CREATE TRIGGER dossier_unchanged BEFORE UPDATE ON dossier
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER dossier_kept BEFORE DELETE ON dossier
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;

CREATE TRIGGER dossier_document_unchanged BEFORE UPDATE ON dossier_document
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER dossier_document_kept BEFORE DELETE ON dossier_document
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;

CREATE TRIGGER bank_account_unchanged BEFORE UPDATE ON bank_account
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER bank_account_kept BEFORE DELETE ON bank_account
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;

CREATE TRIGGER ledger_account_unchanged BEFORE UPDATE ON ledger_account
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER ledger_account_kept BEFORE DELETE ON ledger_account
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;

CREATE TRIGGER bank_file_unchanged BEFORE UPDATE ON bank_file
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER bank_file_kept BEFORE DELETE ON bank_file
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;

CREATE TRIGGER statement_unchanged BEFORE UPDATE ON statement
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER statement_kept BEFORE DELETE ON statement
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;

CREATE TRIGGER movement_unchanged BEFORE UPDATE ON movement
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER movement_kept BEFORE DELETE ON movement
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;

CREATE TRIGGER run_kept BEFORE DELETE ON run
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER run_line_kept BEFORE DELETE ON run_line
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER run_line_fixed BEFORE UPDATE ON run_line
WHEN (
      old.id, old.run_id, old.position, old.dossier_id, old.subject, old.account_key, old.pot,
      old.priority, old.due, old.cents, old.short_by, old.execution_date, old.payee_name,
      old.payee_iban, old.payee_bic, old.remittance_kind, old.remittance, old.decision,
      old.reason, old.end_to_end_id)
  IS NOT (
      new.id, new.run_id, new.position, new.dossier_id, new.subject, new.account_key, new.pot,
      new.priority, new.due, new.cents, new.short_by, new.execution_date, new.payee_name,
      new.payee_iban, new.payee_bic, new.remittance_kind, new.remittance, new.decision,
      new.reason, new.end_to_end_id)
BEGIN SELECT RAISE(ABORT, 'of a run line only the state changes'); END;

-- What is approved or exported is said once.
CREATE TRIGGER run_fixed BEFORE UPDATE ON run
WHEN (old.id, old.number, old.as_of, old.through, old.prepared_by)
  IS NOT (new.id, new.number, new.as_of, new.through, new.prepared_by)
  OR (old.approved_by <> '' AND (old.approved_by, old.approved_on, old.content)
  IS NOT (new.approved_by, new.approved_on, new.content))
  OR (old.exported_by <> '' AND (old.exported_by, old.exported_on, old.version, old.file_sha256)
  IS NOT (new.exported_by, new.exported_on, new.version, new.file_sha256))
BEGIN SELECT RAISE(ABORT, 'what a run says stays'); END;

CREATE TRIGGER entry_unchanged BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER entry_kept BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;

CREATE TRIGGER posting_unchanged BEFORE UPDATE ON posting
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER posting_kept BEFORE DELETE ON posting
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;

CREATE TRIGGER event_unchanged BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER event_kept BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
