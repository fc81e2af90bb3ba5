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

ALTER TABLE force_contact_step ADD CONSTRAINT force_contact_step_struck CHECK ((struck_at IS NULL) = (struck_by IS NULL));

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

-- Whether the force generator has accepted troops or police of a delegation; asked by the policy below, which may not ask itself.
CREATE FUNCTION plenary_contributes_to_force(delegation text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET plenary.engine TO 'on' AS $$
  SELECT EXISTS (
    SELECT 1 FROM force_offer o JOIN force_figure f ON f.offer_id = o.id
    WHERE o.delegation_id = delegation AND o.kind IN ('TROOPS', 'POLICE') AND f.accepted > 0
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
-- An entry in the book stays as it was written; it may be struck, once (FS-33).
CREATE FUNCTION plenary_force_struck_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.struck_at IS NULL AND NEW.struck_at IS NOT NULL AND NEW.struck_by IS NOT NULL
     AND to_jsonb(NEW) - 'struck_at' - 'struck_by' = to_jsonb(OLD) - 'struck_at' - 'struck_by' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'what was issued or happened is final';
END $$;
CREATE TRIGGER force_contact_step_final BEFORE UPDATE ON force_contact_step
  FOR EACH ROW EXECUTE FUNCTION plenary_force_struck_once();

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

-- Words that stood in several lines, as one text: cut where the column ends.
CREATE FUNCTION plenary_force_words(words text[], longest int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN length(together) > longest THEN left(together, longest - 1) || '…' ELSE nullif(together, '') END
  FROM (SELECT string_agg(word, '; ' ORDER BY place) AS together FROM (
    SELECT word, min(place) AS place FROM unnest(words) WITH ORDINALITY AS said (word, place)
    WHERE word IS NOT NULL GROUP BY word
  ) each_once) joined
$$;

-- Elements went and another took their place: lines of offers that nobody outside has seen follow, unseen by who reshapes.
-- Several lines of one offer become one, and keep their words; the offer's history tells its own delegation (FS-34).
CREATE FUNCTION plenary_force_lines_follow(gone text[], heir text, at timestamptz, by_role text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET plenary.engine TO 'on' AS $$
DECLARE
  here text := current_setting('plenary.conference', true);
  concerned text[];
BEGIN
  IF current_setting('plenary.side', true) IS DISTINCT FROM 'secretariat'
     OR (SELECT count(*) FROM force_element e WHERE e.id = ANY (gone) AND e.conference_id = here) <> cardinality(gone)
     OR NOT EXISTS (SELECT 1 FROM force_element e WHERE e.id = heir AND e.conference_id = here) THEN
    RAISE EXCEPTION 'not for this caller' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF heir = ANY (gone) THEN
    RAISE EXCEPTION 'an element that goes takes no place' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  SELECT array_agg(DISTINCT l.offer_id) INTO concerned FROM force_line l
    JOIN force_offer o ON o.id = l.offer_id WHERE l.element_id = ANY (gone) AND o.audience = 'NONE';
  INSERT INTO force_line (offer_id, element_id, conference_id, unit, is_lead, decision, note)
    SELECT l.offer_id, heir, l.conference_id,
      plenary_force_words(array_agg(l.unit ORDER BY e.serial, e.id), 120),
      bool_or(l.is_lead),
      plenary_force_words(array_agg(l.decision ORDER BY e.serial, e.id), 300),
      plenary_force_words(array_agg(l.note ORDER BY e.serial, e.id), 300)
    FROM force_line l JOIN force_element e ON e.id = l.element_id
    WHERE l.offer_id = ANY (concerned) AND l.element_id = ANY (gone || heir)
    GROUP BY l.offer_id, l.conference_id
    ON CONFLICT (offer_id, element_id) DO UPDATE SET
      unit = EXCLUDED.unit, is_lead = EXCLUDED.is_lead, decision = EXCLUDED.decision, note = EXCLUDED.note;
  INSERT INTO force_figure (offer_id, element_id, phase_id, conference_id, offered, accepted)
    SELECT f.offer_id, heir, f.phase_id, f.conference_id, sum(f.offered), 0 FROM force_figure f
    WHERE f.offer_id = ANY (concerned) AND f.element_id = ANY (gone)
    GROUP BY f.offer_id, f.phase_id, f.conference_id
    ON CONFLICT (offer_id, element_id, phase_id) DO UPDATE SET offered = force_figure.offered + EXCLUDED.offered;
  DELETE FROM force_line l WHERE l.offer_id = ANY (concerned) AND l.element_id = ANY (gone);
  UPDATE force_offer o SET step_count = o.step_count + 1, version = o.version + 1, changed_at = at
    WHERE o.id = ANY (concerned);
  INSERT INTO force_offer_step (id, offer_id, conference_id, place, kind, at, by_role, audience, detail)
    SELECT translate(encode(uuid_send(gen_random_uuid()), 'base64'), '+/=', '-_'),
      o.id, o.conference_id, o.step_count, 'RESHAPED', at, by_role, 'NONE',
      jsonb_build_object('from', NULL, 'to', NULL, 'basisKind', NULL, 'basisReference', NULL, 'lines', (
        SELECT jsonb_agg(jsonb_build_object('elementId', l.element_id,
          'offered', coalesce(f.offered, '{}'), 'accepted', coalesce(f.accepted, '{}')) ORDER BY l.element_id)
        FROM force_line l LEFT JOIN LATERAL (
          SELECT jsonb_object_agg(g.phase_id, g.offered) AS offered, jsonb_object_agg(g.phase_id, g.accepted) AS accepted
          FROM force_figure g WHERE g.offer_id = l.offer_id AND g.element_id = l.element_id
        ) f ON true
        WHERE l.offer_id = o.id
      ))
    FROM force_offer o WHERE o.id = ANY (concerned);
END $$;
REVOKE ALL ON FUNCTION plenary_force_lines_follow(text[], text, timestamptz, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION plenary_force_lines_follow(text[], text, timestamptz, text) TO plenary_app;
