-- What the bank answers to a payment file is kept: the bytes with those of its other files, and what
-- they say of each payment. A payment that it rejected is stored as returned, and marked.

ALTER TABLE run_line ADD COLUMN rejected INTEGER NOT NULL DEFAULT 0
    CHECK (rejected = 0 OR (rejected = 1 AND state = 'returned'));

CREATE TABLE answer (
    bank_file_id INTEGER PRIMARY KEY REFERENCES bank_file (id),
    run_id INTEGER NOT NULL REFERENCES run (id),
    message_id TEXT NOT NULL CHECK (message_id <> ''),
    created TEXT NOT NULL
) STRICT;

CREATE INDEX answer_by_run ON answer (run_id);

CREATE TABLE line_status (
    answer_id INTEGER NOT NULL REFERENCES answer (bank_file_id),
    run_line_id INTEGER NOT NULL REFERENCES run_line (id),
    level TEXT NOT NULL CHECK (level IN ('group', 'payment', 'transaction')),
    status TEXT NOT NULL CHECK (status <> ''),
    PRIMARY KEY (answer_id, run_line_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE line_status_reason (
    answer_id INTEGER NOT NULL,
    run_line_id INTEGER NOT NULL,
    position INTEGER NOT NULL CHECK (position > 0),
    code TEXT NOT NULL,
    of_bank INTEGER NOT NULL CHECK (of_bank IN (0, 1)),
    text TEXT NOT NULL,
    PRIMARY KEY (answer_id, run_line_id, position),
    FOREIGN KEY (answer_id, run_line_id) REFERENCES line_status (answer_id, run_line_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER answer_unchanged BEFORE UPDATE ON answer
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER answer_kept BEFORE DELETE ON answer
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;

CREATE TRIGGER line_status_unchanged BEFORE UPDATE ON line_status
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER line_status_kept BEFORE DELETE ON line_status
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;

CREATE TRIGGER line_status_reason_unchanged BEFORE UPDATE ON line_status_reason
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER line_status_reason_kept BEFORE DELETE ON line_status_reason
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
