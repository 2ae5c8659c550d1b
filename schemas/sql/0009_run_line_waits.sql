-- What a line of a run that lacks money waits for is kept: the line that goes first, if it is one,
-- and the day of the next income that was expected. So what a run says of its lines stays the same.

CREATE TABLE run_line_wait (
    run_line_id INTEGER PRIMARY KEY REFERENCES run_line (id),
    first_subject TEXT NOT NULL,
    first_name TEXT NOT NULL,
    first_due TEXT CHECK (first_due IS date(first_due, '+0 days')),
    next_income TEXT CHECK (next_income IS date(next_income, '+0 days')),
    CHECK ((first_subject = '') = (first_due IS NULL))
) STRICT;

CREATE TRIGGER run_line_wait_unchanged BEFORE UPDATE ON run_line_wait
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER run_line_wait_kept BEFORE DELETE ON run_line_wait
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
