-- The guard of a run line looks only when one of the fixed columns is named in a change, no longer
-- at each change of its state. What it refuses is the same.

DROP TRIGGER run_line_fixed;
CREATE TRIGGER run_line_fixed BEFORE UPDATE OF
    id, run_id, position, dossier_id, subject, account_key, pot, priority, due, cents, short_by,
    execution_date, payee_name, payee_iban, payee_bic, remittance_kind, remittance, decision,
    reason, end_to_end_id ON run_line
WHEN (
      old.id, old.run_id, old.position, old.dossier_id, old.subject, old.account_key, old.pot,
      old.priority, old.due, old.cents, old.short_by, old.execution_date, old.payee_name,
      old.payee_iban, old.payee_bic, old.remittance_kind, old.remittance, old.decision,
      old.reason, old.end_to_end_id)
  IS NOT (
      new.id, new.run_id, new.position, new.dossier_id, new.subject, new.account_key, new.pot,
      new.priority, new.due, new.cents, new.short_by, new.execution_date, new.payee_name,
      new.payee_iban, new.payee_bic, new.remittance_kind, new.remittance, new.decision,
      new.reason, new.end_to_end_id)
BEGIN SELECT RAISE(ABORT, 'of a run line only the state changes'); END;
