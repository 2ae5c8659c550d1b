-- That a bank marks a movement as sent back (reject, return, refund, reversal, cancellation) is kept
-- with it: a digit as in CODA, 1 to 5, or nothing.

ALTER TABLE movement ADD COLUMN r_type TEXT NOT NULL DEFAULT '' CHECK (length(r_type) <= 1);
