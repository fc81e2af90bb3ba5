ALTER TABLE force_statement ADD CONSTRAINT force_statement_figures CHECK (figures IN ('CUMULATIVE_AT_MILESTONE', 'INCREMENTAL'));
ALTER TABLE force_phase ADD CONSTRAINT force_phase_ceiling CHECK (ceiling >= 0 AND place >= 1);
ALTER TABLE force_element ADD CONSTRAINT force_element_priority CHECK (priority IN ('ESSENTIAL', 'IMPORTANT', 'DESIRABLE'));
ALTER TABLE force_element ADD CONSTRAINT force_element_numbers CHECK (serial >= 1 AND max_contributors >= 1);
CREATE UNIQUE INDEX force_element_one_serial ON force_element (conference_id, serial) WHERE removed_at IS NULL;
ALTER TABLE force_required ADD CONSTRAINT force_required_not_negative CHECK (required >= 0);
ALTER TABLE force_offer ADD CONSTRAINT force_offer_kind CHECK (
  kind IN ('TROOPS', 'POLICE', 'FUNDING', 'TRAINING', 'BASING', 'OVERFLIGHT', 'HOST_NATION_SUPPORT')
);
ALTER TABLE force_offer ADD CONSTRAINT force_offer_status CHECK (
  status IN ('APPROACHED', 'INTERESTED', 'INDICATED', 'PLEDGED', 'COMMITTED', 'DEPLOYED', 'DECLINED', 'WITHDRAWN', 'ENDED')
);
ALTER TABLE force_offer ADD CONSTRAINT force_offer_audience CHECK (audience IN ('NONE', 'SECRETARIAT', 'NAMED', 'STATES', 'ALL'));
ALTER TABLE force_offer ADD CONSTRAINT force_offer_release CHECK ((audience = 'NONE') = (released_at IS NULL));
ALTER TABLE force_offer ADD CONSTRAINT force_offer_amount CHECK (amount IS NULL OR amount >= 0 AND currency IS NOT NULL);
ALTER TABLE force_figure ADD CONSTRAINT force_figure_accepted CHECK (accepted >= 0 AND accepted <= offered);
ALTER TABLE force_condition ADD CONSTRAINT force_condition_status CHECK (status IN ('OPEN', 'MET', 'WAIVED', 'FAILED'));
ALTER TABLE force_caveat ADD CONSTRAINT force_caveat_category CHECK (
  category IN ('GEOGRAPHIC', 'TASK', 'USE_OF_FORCE', 'COMMAND', 'INTELLIGENCE', 'LOGISTIC', 'TEMPORAL', 'LEGAL')
);
ALTER TABLE force_caveat ADD CONSTRAINT force_caveat_effect CHECK (effect IN ('PROHIBITION', 'AUTHORISATION_REQUIRED'));
ALTER TABLE force_caveat ADD CONSTRAINT force_caveat_status CHECK (status IN ('DECLARED', 'UNDER_DISCUSSION', 'LIFTED'));
ALTER TABLE force_caveat ADD CONSTRAINT force_caveat_audience CHECK (audience IN ('NONE', 'SECRETARIAT', 'CONTRIBUTORS', 'NAMED', 'STATES'));
ALTER TABLE force_contact_step ADD CONSTRAINT force_contact_step_status CHECK (
  status IN ('APPROACHED', 'INTERESTED', 'INDICATED', 'PLEDGED', 'COMMITTED', 'DEPLOYED', 'DECLINED', 'WITHDRAWN', 'ENDED')
);

-- What is required is read at the table: observers get totals that were released to them.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['force_statement', 'force_phase', 'force_element', 'force_required', 'force_issue', 'force_fund'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (current_setting(''plenary.engine'', true) = ''on'''
      ' OR conference_id = current_setting(''plenary.conference'', true)'
      ' AND current_setting(''plenary.side'', true) IN (''secretariat'', ''state''))', name || '_table', name);
  END LOOP;
END $$;

ALTER TABLE force_totals ENABLE ROW LEVEL SECURITY;
ALTER TABLE force_totals FORCE ROW LEVEL SECURITY;
CREATE POLICY force_totals_conference ON force_totals USING (
  current_setting('plenary.engine', true) = 'on' OR conference_id = current_setting('plenary.conference', true)
);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['force_contact', 'force_contact_step'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (current_setting(''plenary.engine'', true) = ''on'''
      ' OR conference_id = current_setting(''plenary.conference'', true)'
      ' AND current_setting(''plenary.side'', true) = ''secretariat'')', name || '_book', name);
  END LOOP;
END $$;

-- An offer is its delegation's own until it is released; then also the secretariat's and its recipients'.
ALTER TABLE force_offer ENABLE ROW LEVEL SECURITY;
ALTER TABLE force_offer FORCE ROW LEVEL SECURITY;
CREATE POLICY force_offer_readers ON force_offer USING (
  current_setting('plenary.engine', true) = 'on'
  OR conference_id = current_setting('plenary.conference', true) AND (
    delegation_id = current_setting('plenary.delegation', true) AND (audience <> 'NONE' OR sealed_at IS NULL)
    OR audience <> 'NONE' AND current_setting('plenary.side', true) = 'secretariat'
    OR audience IN ('STATES', 'ALL') AND current_setting('plenary.side', true) = 'state'
    OR audience = 'NAMED' AND current_setting('plenary.delegation', true) = ANY (recipient_ids)
  )
);

-- One list of the offers in sight, made once for a whole question.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['force_line', 'force_figure', 'force_condition'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (current_setting(''plenary.engine'', true) = ''on'''
      ' OR conference_id = current_setting(''plenary.conference'', true)'
      ' AND offer_id IN (SELECT o.id FROM force_offer o))', name || '_of_offer', name);
  END LOOP;
END $$;

ALTER TABLE force_offer_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE force_offer_step FORCE ROW LEVEL SECURITY;
CREATE POLICY force_offer_step_readers ON force_offer_step USING (
  current_setting('plenary.engine', true) = 'on'
  OR conference_id = current_setting('plenary.conference', true) AND offer_id IN (
    SELECT o.id FROM force_offer o WHERE
      o.delegation_id = current_setting('plenary.delegation', true)
        AND (force_offer_step.audience <> 'NONE' OR o.sealed_at IS NULL)
      OR force_offer_step.audience <> 'NONE' AND current_setting('plenary.side', true) = 'secretariat'
      OR force_offer_step.audience IN ('STATES', 'ALL') AND current_setting('plenary.side', true) = 'state'
      OR force_offer_step.audience = 'NAMED'
        AND current_setting('plenary.delegation', true) = ANY (force_offer_step.recipient_ids)
  )
);

-- Whether a delegation has promised troops or police in the open; asked by the policy below, which may not ask itself.
CREATE FUNCTION plenary_contributes_to_force(delegation text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET plenary.engine TO 'on' AS $$
  SELECT EXISTS (
    SELECT 1 FROM force_offer o WHERE o.delegation_id = delegation AND o.audience <> 'NONE'
    AND o.kind IN ('TROOPS', 'POLICE') AND o.status IN ('PLEDGED', 'COMMITTED', 'DEPLOYED')
  )
$$;

ALTER TABLE force_caveat ENABLE ROW LEVEL SECURITY;
ALTER TABLE force_caveat FORCE ROW LEVEL SECURITY;
CREATE POLICY force_caveat_readers ON force_caveat USING (
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

CREATE FUNCTION plenary_force_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was issued or happened is final';
END $$;
CREATE TRIGGER force_issue_final BEFORE UPDATE OR DELETE ON force_issue
  FOR EACH ROW EXECUTE FUNCTION plenary_force_is_final();
CREATE TRIGGER force_offer_step_final BEFORE UPDATE ON force_offer_step
  FOR EACH ROW EXECUTE FUNCTION plenary_force_is_final();
CREATE TRIGGER force_contact_step_final BEFORE UPDATE ON force_contact_step
  FOR EACH ROW EXECUTE FUNCTION plenary_force_is_final();

-- What a delegation had not released goes with those who prepared it: whole offers, and of those that it had released the
-- limits that it kept and what came before their release.
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

-- An element went and another took its place: lines of offers that nobody outside has seen follow, unseen by who reshapes.
CREATE FUNCTION plenary_force_lines_follow(gone text, heir text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET plenary.engine TO 'on' AS $$
DECLARE here text := current_setting('plenary.conference', true);
BEGIN
  IF current_setting('plenary.side', true) IS DISTINCT FROM 'secretariat'
     OR NOT EXISTS (SELECT 1 FROM force_element e WHERE e.id = gone AND e.conference_id = here)
     OR NOT EXISTS (SELECT 1 FROM force_element e WHERE e.id = heir AND e.conference_id = here) THEN
    RAISE EXCEPTION 'not for this caller' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO force_line (offer_id, element_id, conference_id, unit, is_lead, note)
    SELECT l.offer_id, heir, l.conference_id, l.unit, l.is_lead, l.note FROM force_line l
    JOIN force_offer o ON o.id = l.offer_id WHERE l.element_id = gone AND o.audience = 'NONE'
    ON CONFLICT (offer_id, element_id) DO NOTHING;
  INSERT INTO force_figure (offer_id, element_id, phase_id, conference_id, offered, accepted)
    SELECT f.offer_id, heir, f.phase_id, f.conference_id, f.offered, 0 FROM force_figure f
    JOIN force_offer o ON o.id = f.offer_id WHERE f.element_id = gone AND o.audience = 'NONE'
    ON CONFLICT (offer_id, element_id, phase_id) DO UPDATE SET offered = force_figure.offered + EXCLUDED.offered;
  DELETE FROM force_line l USING force_offer o
    WHERE o.id = l.offer_id AND l.element_id = gone AND o.audience = 'NONE';
END $$;
REVOKE ALL ON FUNCTION plenary_force_lines_follow(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION plenary_force_lines_follow(text, text) TO plenary_app;
