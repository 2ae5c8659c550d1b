-- The text by which a repayment plan was adopted. The document of the dossier has its digest and
-- the instalments it came to. It only grows.

CREATE TABLE plan_terms (
    dossier_id INTEGER NOT NULL REFERENCES dossier (id),
    plan_id TEXT NOT NULL CHECK (plan_id <> ''),
    document TEXT NOT NULL CHECK (document <> ''),
    user TEXT NOT NULL CHECK (user <> ''),
    as_of TEXT NOT NULL CHECK (as_of IS date(as_of, '+0 days')),
    PRIMARY KEY (dossier_id, plan_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER plan_terms_unchanged BEFORE UPDATE ON plan_terms
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
CREATE TRIGGER plan_terms_kept BEFORE DELETE ON plan_terms
BEGIN SELECT RAISE(ABORT, 'the book only grows'); END;
