-- A run leaves in as many files as its banks want. Each is kept with its id, digest and bytes (of
-- runs that left before this, without them), and the run keeps the profiles of the banks by which
-- its files were made.

CREATE TABLE run_file (
    run_id INTEGER NOT NULL REFERENCES run (id),
    number INTEGER NOT NULL CHECK (number > 0),
    message_id TEXT NOT NULL UNIQUE,
    profile TEXT NOT NULL CHECK (profile <> ''),
    version TEXT NOT NULL CHECK (version IN ('03', '09')),
    payments INTEGER NOT NULL CHECK (payments > 0),
    cents INTEGER NOT NULL CHECK (cents > 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    size INTEGER CHECK (size > 0),
    compressed BLOB CHECK ((compressed IS NULL) = (size IS NULL)),
    PRIMARY KEY (run_id, number)
) STRICT, WITHOUT ROWID;

INSERT INTO run_file
SELECT r.id, 1, r.number, 'all banks', r.version, count(*), sum(l.cents), r.file_sha256, NULL, NULL
FROM run r JOIN run_line l ON l.run_id = r.id
WHERE r.file_sha256 <> '' AND l.end_to_end_id <> ''
GROUP BY r.id;

CREATE TRIGGER run_file_unchanged BEFORE UPDATE ON run_file
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER run_file_kept BEFORE DELETE ON run_file
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;

DROP TRIGGER run_fixed;
ALTER TABLE run ADD COLUMN profiles TEXT NOT NULL DEFAULT '';
UPDATE run SET profiles = '{"schema":"saldo/bank_profiles/1","profiles":[{"name":"all banks",' ||
    '"version":"' || version || '","batch_booking":false,"payments_per_file":100000}]}'
WHERE file_sha256 <> '';
ALTER TABLE run DROP COLUMN version;
ALTER TABLE run DROP COLUMN file_sha256;

-- What is approved or exported is said once.
CREATE TRIGGER run_fixed BEFORE UPDATE ON run
WHEN (old.id, old.number, old.as_of, old.through, old.prepared_by)
  IS NOT (new.id, new.number, new.as_of, new.through, new.prepared_by)
  OR (old.approved_by <> '' AND (old.approved_by, old.approved_on, old.content)
  IS NOT (new.approved_by, new.approved_on, new.content))
  OR (old.exported_by <> '' AND (old.exported_by, old.exported_on, old.profiles)
  IS NOT (new.exported_by, new.exported_on, new.profiles))
BEGIN SELECT RAISE(ABORT, 'what a run says stays'); END;
