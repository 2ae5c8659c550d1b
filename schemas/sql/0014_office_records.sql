-- What the office keeps besides its dossiers' documents, as documents of its own in versions: its
-- ladder and checklists, requests for help, lists of arrears, sessions of a commission. It only
-- grows: a change is the next version.

CREATE TABLE office_record (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    kind TEXT NOT NULL CHECK (kind <> ''),
    key TEXT NOT NULL CHECK (key <> ''),
    version INTEGER NOT NULL CHECK (version > 0),
    dossier_id INTEGER REFERENCES dossier (id),
    document TEXT NOT NULL CHECK (document <> ''),
    user TEXT NOT NULL CHECK (user <> ''),
    as_of TEXT NOT NULL CHECK (as_of IS date(as_of, '+0 days')),
    UNIQUE (kind, key, version)
) STRICT;

CREATE TRIGGER office_record_unchanged BEFORE UPDATE ON office_record
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER office_record_kept BEFORE DELETE ON office_record
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
