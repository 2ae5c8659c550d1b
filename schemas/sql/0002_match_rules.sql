-- Rules of people for the movements of a dossier, or of all. A rule ends by a row of its own.

CREATE TABLE match_rule (
    id INTEGER PRIMARY KEY,
    dossier_id INTEGER REFERENCES dossier (id),
    iban TEXT NOT NULL,
    name TEXT NOT NULL,
    whole_name INTEGER NOT NULL CHECK (whole_name IN (0, 1)),
    words TEXT NOT NULL,
    sign TEXT NOT NULL CHECK (sign IN ('', 'credit', 'debit')),
    least INTEGER CHECK (least > 0),
    most INTEGER CHECK (most >= coalesce(least, 1)),
    account_key TEXT NOT NULL,
    subject TEXT NOT NULL CHECK (subject <> ''),
    pot TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    movement_id INTEGER REFERENCES movement (id),
    user TEXT NOT NULL CHECK (user <> ''),
    as_of TEXT NOT NULL CHECK (as_of IS date(as_of, '+0 days')),
    CHECK (iban <> '' OR name <> '' OR words <> ''),
    CHECK (dossier_id IS NOT NULL OR (account_key = '' AND pot = ''))
) STRICT;

CREATE INDEX match_rule_by_dossier ON match_rule (dossier_id, id);

CREATE TABLE match_rule_end (
    match_rule_id INTEGER PRIMARY KEY REFERENCES match_rule (id),
    reason TEXT NOT NULL CHECK (reason <> ''),
    user TEXT NOT NULL CHECK (user <> ''),
    as_of TEXT NOT NULL CHECK (as_of IS date(as_of, '+0 days'))
) STRICT;

CREATE TRIGGER match_rule_unchanged BEFORE UPDATE ON match_rule
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER match_rule_kept BEFORE DELETE ON match_rule
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;

CREATE TRIGGER match_rule_end_unchanged BEFORE UPDATE ON match_rule_end
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER match_rule_end_kept BEFORE DELETE ON match_rule_end
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
