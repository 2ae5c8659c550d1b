-- What the bank has of a dossier since a day is found without a look at all that it ever had.

DROP INDEX run_line_by_dossier;
CREATE INDEX run_line_by_dossier ON run_line (dossier_id, state, execution_date);
