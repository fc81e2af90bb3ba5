-- AlterTable
ALTER TABLE "draft" ADD COLUMN     "sealed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "note" ADD COLUMN     "sealed_at" TIMESTAMPTZ(3);

DROP INDEX note_once;
CREATE UNIQUE INDEX note_once ON note (item_id, scope, coalesce(delegation_id, ''), coalesce(accreditation_id, '')) WHERE sealed_at IS NULL;

ALTER POLICY note_circle ON note USING (
  current_setting('plenary.engine', true) = 'on'
  OR conference_id = current_setting('plenary.conference', true) AND (
    scope = 'DELEGATION' AND delegation_id = current_setting('plenary.delegation', true) AND sealed_at IS NULL
    OR scope = 'PERSONAL' AND accreditation_id = current_setting('plenary.accreditation', true)
    OR scope = 'SESSION' AND current_setting('plenary.side', true) IN ('secretariat', 'state')
    OR scope = 'SECRETARIAT' AND current_setting('plenary.side', true) = 'secretariat'
  )
);

ALTER POLICY draft_circle ON draft USING (
  current_setting('plenary.engine', true) = 'on'
  OR conference_id = current_setting('plenary.conference', true) AND (
    delegation_id = current_setting('plenary.delegation', true) AND sealed_at IS NULL
    OR delegation_id IS NULL AND current_setting('plenary.side', true) = 'secretariat'
    OR delegation_id IS NULL AND plenary_in_drafting_group(id, current_setting('plenary.delegation', true))
  )
);

-- When the last member who had signed in has left a delegation, what it wrote is sealed: nobody who is seated afterwards
-- reads it (SEC-021). The documents lose their circle, so that only the sealed rows lead to them.
CREATE FUNCTION plenary_seal_private_work(left_behind text, at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET plenary.engine TO 'on' AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM accreditation a JOIN person p ON p.id = a.person_id
    WHERE a.delegation_id = left_behind AND a.step = 'ACTIVE' AND p.password_hash IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'somebody is there' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE note SET sealed_at = at WHERE delegation_id = left_behind AND scope = 'DELEGATION' AND sealed_at IS NULL;
  UPDATE draft SET sealed_at = at WHERE delegation_id = left_behind AND sealed_at IS NULL;
  UPDATE live_document SET delegation_id = NULL WHERE delegation_id = left_behind AND accreditation_id IS NULL;
END $$;
REVOKE ALL ON FUNCTION plenary_seal_private_work(text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION plenary_seal_private_work(text, timestamptz) TO plenary_app;

-- Delegations that were left before this.
DO $$
BEGIN
  PERFORM plenary_seal_private_work(d.id, date_trunc('milliseconds', clock_timestamp())) FROM delegation d
  WHERE EXISTS (SELECT 1 FROM accreditation a WHERE a.delegation_id = d.id AND a.step = 'ENDED')
    AND NOT EXISTS (
      SELECT 1 FROM accreditation a JOIN person p ON p.id = a.person_id
      WHERE a.delegation_id = d.id AND a.step = 'ACTIVE' AND p.password_hash IS NOT NULL
    );
END $$;
