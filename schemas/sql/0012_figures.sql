-- Files of figures of the law that were loaded after the program was built, as they came. What is in
-- force on a day is made of those of the program and of these, in their order.

CREATE TABLE figures_file (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    text TEXT NOT NULL CHECK (text <> ''),
    user TEXT NOT NULL CHECK (user <> ''),
    as_of TEXT NOT NULL CHECK (as_of IS date(as_of, '+0 days'))
) STRICT;

CREATE TRIGGER figures_file_unchanged BEFORE UPDATE ON figures_file
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER figures_file_kept BEFORE DELETE ON figures_file
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
