-- What the bank gave is kept: the bytes of its files, in compressed parts, and where each movement
-- stands in them. Statements of an account that is in no dossier yet wait here.

ALTER TABLE movement ADD COLUMN origin_begin INTEGER NOT NULL DEFAULT 0;
ALTER TABLE movement ADD COLUMN origin_size INTEGER NOT NULL DEFAULT 0;
ALTER TABLE statement ADD COLUMN coverage TEXT NOT NULL DEFAULT 'statement'
    CHECK (coverage IN ('statement', 'list'));

CREATE TABLE bank_file_part (
    id INTEGER PRIMARY KEY,
    bank_file_id INTEGER NOT NULL REFERENCES bank_file (id),
    part INTEGER NOT NULL CHECK (part > 0),
    size INTEGER NOT NULL CHECK (size > 0),
    compressed BLOB NOT NULL,
    UNIQUE (bank_file_id, part)
) STRICT;

CREATE TABLE waiting_statement (
    bank_file_id INTEGER NOT NULL REFERENCES bank_file (id),
    account TEXT NOT NULL,
    line INTEGER NOT NULL,
    PRIMARY KEY (bank_file_id, account, line)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER bank_file_part_unchanged BEFORE UPDATE ON bank_file_part
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER bank_file_part_kept BEFORE DELETE ON bank_file_part
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
