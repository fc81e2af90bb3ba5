ALTER TABLE note ADD CONSTRAINT note_owner CHECK (
  (scope = 'DELEGATION' AND delegation_id IS NOT NULL AND accreditation_id IS NULL)
  OR (scope = 'PERSONAL' AND accreditation_id IS NOT NULL)
  OR (scope IN ('SESSION', 'SECRETARIAT') AND delegation_id IS NULL AND accreditation_id IS NULL)
);
-- One note for an item in each scope and for each owner, whoever opens it first.
CREATE UNIQUE INDEX note_once ON note (item_id, scope, coalesce(delegation_id, ''), coalesce(accreditation_id, '')) WHERE sealed_at IS NULL;

ALTER TABLE note ENABLE ROW LEVEL SECURITY;
ALTER TABLE note FORCE ROW LEVEL SECURITY;
CREATE POLICY note_circle ON note USING (
  current_setting('plenary.engine', true) = 'on'
  OR conference_id = current_setting('plenary.conference', true) AND (
    scope = 'DELEGATION' AND delegation_id = current_setting('plenary.delegation', true) AND sealed_at IS NULL
    OR scope = 'PERSONAL' AND accreditation_id = current_setting('plenary.accreditation', true)
    OR scope = 'SESSION' AND current_setting('plenary.side', true) IN ('secretariat', 'state')
    OR scope = 'SECRETARIAT' AND current_setting('plenary.side', true) = 'secretariat'
  )
);
