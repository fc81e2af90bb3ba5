ALTER TABLE minutes ADD CONSTRAINT minutes_step CHECK (
  step = 'DRAFT' AND approved_at IS NULL AND published_at IS NULL
  OR step = 'CIRCULATED' AND circulated_at IS NOT NULL AND approved_at IS NULL AND published_at IS NULL
  OR step = 'APPROVED' AND approved_at IS NOT NULL AND published_at IS NULL
  OR step = 'PUBLISHED' AND approved_at IS NOT NULL AND published_at IS NOT NULL
);

ALTER TABLE minutes ENABLE ROW LEVEL SECURITY;
ALTER TABLE minutes FORCE ROW LEVEL SECURITY;
CREATE POLICY minutes_readers ON minutes USING (
  current_setting('plenary.engine', true) = 'on'
  OR conference_id = current_setting('plenary.conference', true) AND (
    current_setting('plenary.side', true) = 'secretariat'
    OR current_setting('plenary.side', true) = 'state' AND step <> 'DRAFT'
    OR current_setting('plenary.side', true) = 'observer' AND step = 'PUBLISHED'
  )
);

-- Observers never reach the paragraphs themselves, only the edition that was made for them.
ALTER TABLE minutes_paragraph ENABLE ROW LEVEL SECURITY;
ALTER TABLE minutes_paragraph FORCE ROW LEVEL SECURITY;
CREATE POLICY minutes_paragraph_readers ON minutes_paragraph USING (
  current_setting('plenary.engine', true) = 'on'
  OR conference_id = current_setting('plenary.conference', true)
    AND current_setting('plenary.side', true) IN ('secretariat', 'state')
    AND EXISTS (SELECT 1 FROM minutes m WHERE m.id = minutes_id)
);

ALTER TABLE minutes_edition ENABLE ROW LEVEL SECURITY;
ALTER TABLE minutes_edition FORCE ROW LEVEL SECURITY;
CREATE POLICY minutes_edition_readers ON minutes_edition USING (
  current_setting('plenary.engine', true) = 'on' OR EXISTS (SELECT 1 FROM minutes m WHERE m.id = minutes_id)
);

-- From approval on the words are final; only the observers' release of a paragraph may still change.
CREATE FUNCTION plenary_minutes_are_final() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE state text;
BEGIN
  SELECT step INTO state FROM minutes WHERE id = OLD.minutes_id;
  IF state IN ('DRAFT', 'CIRCULATED') THEN
    RETURN coalesce(NEW, OLD);
  END IF;
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'is_released' = to_jsonb(OLD) - 'is_released' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'approved minutes are final';
END $$;
CREATE TRIGGER minutes_paragraph_final BEFORE UPDATE OR DELETE ON minutes_paragraph
  FOR EACH ROW EXECUTE FUNCTION plenary_minutes_are_final();
