-- AlterTable
ALTER TABLE "force_contact_step" ADD COLUMN     "struck_at" TIMESTAMPTZ(3),
ADD COLUMN     "struck_by" TEXT;

ALTER TABLE force_contact_step ADD CONSTRAINT force_contact_step_struck CHECK ((struck_at IS NULL) = (struck_by IS NULL));

-- An entry in the book stays as it was written; it may be struck, once (FS-33).
CREATE FUNCTION plenary_force_struck_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.struck_at IS NULL AND NEW.struck_at IS NOT NULL AND NEW.struck_by IS NOT NULL
     AND to_jsonb(NEW) - 'struck_at' - 'struck_by' = to_jsonb(OLD) - 'struck_at' - 'struck_by' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'what was issued or happened is final';
END $$;
DROP TRIGGER force_contact_step_final ON force_contact_step;
CREATE TRIGGER force_contact_step_final BEFORE UPDATE ON force_contact_step
  FOR EACH ROW EXECUTE FUNCTION plenary_force_struck_once();

DROP FUNCTION plenary_force_lines_follow(text, text);

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
