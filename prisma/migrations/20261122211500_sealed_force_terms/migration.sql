-- When everybody has left a delegation, of the offers that it had released the limits that it kept and what came before
-- their release are sealed too (FS-21, FS-25, SEC-021).
ALTER POLICY force_offer_readers ON force_offer USING (
  current_setting('plenary.engine', true) = 'on'
  OR conference_id = current_setting('plenary.conference', true) AND (
    delegation_id = current_setting('plenary.delegation', true) AND (audience <> 'NONE' OR sealed_at IS NULL)
    OR audience <> 'NONE' AND current_setting('plenary.side', true) = 'secretariat'
    OR audience IN ('STATES', 'ALL') AND current_setting('plenary.side', true) = 'state'
    OR audience = 'NAMED' AND current_setting('plenary.delegation', true) = ANY (recipient_ids)
  )
);

ALTER POLICY force_offer_step_of_offer ON force_offer_step USING (
  current_setting('plenary.engine', true) = 'on'
  OR conference_id = current_setting('plenary.conference', true) AND offer_id IN (
    SELECT o.id FROM force_offer o
    WHERE NOT force_offer_step.is_private
      OR o.delegation_id = current_setting('plenary.delegation', true) AND o.sealed_at IS NULL
  )
);

ALTER POLICY force_caveat_readers ON force_caveat USING (
  current_setting('plenary.engine', true) = 'on'
  OR conference_id = current_setting('plenary.conference', true)
  AND offer_id IN (SELECT o.id FROM force_offer o) AND (
    delegation_id = current_setting('plenary.delegation', true) AND (
      audience <> 'NONE' OR EXISTS (
        SELECT 1 FROM force_offer o
        WHERE o.id = offer_id AND (o.sealed_at IS NULL OR o.sealed_at < force_caveat.declared_at)
      )
    )
    OR audience <> 'NONE' AND current_setting('plenary.side', true) = 'secretariat'
    OR audience = 'STATES' AND current_setting('plenary.side', true) = 'state'
    OR audience = 'NAMED' AND current_setting('plenary.delegation', true) = ANY (recipient_ids)
    OR audience = 'CONTRIBUTORS' AND current_setting('plenary.side', true) = 'state'
       AND (SELECT plenary_contributes_to_force(current_setting('plenary.delegation', true)))
  )
);

CREATE OR REPLACE FUNCTION plenary_seal_private_work(left_behind text, at timestamptz) RETURNS void
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
  UPDATE force_offer SET sealed_at = at WHERE delegation_id = left_behind AND (audience <> 'NONE' OR sealed_at IS NULL);
  UPDATE live_document SET delegation_id = NULL WHERE delegation_id = left_behind AND accreditation_id IS NULL;
END $$;

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
