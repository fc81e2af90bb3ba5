ALTER TABLE draft ADD CONSTRAINT draft_kind CHECK (
  (kind = 'POSITION' AND delegation_id IS NOT NULL) OR (kind = 'SHARED' AND delegation_id IS NULL)
);
ALTER TABLE draft ADD CONSTRAINT draft_step CHECK (step IN ('DRAFT', 'SET_ASIDE'));
ALTER TABLE draft ADD CONSTRAINT draft_subject CHECK (subject IN ('FORCE_STRUCTURE', 'COMMAND_ARRANGEMENTS', 'ITEM'));
ALTER TABLE tabled_text ADD CONSTRAINT tabled_text_audience CHECK (audience IN ('STATES', 'ALL'));
ALTER TABLE tabled_text ADD CONSTRAINT tabled_text_withdrawal CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL));
ALTER TABLE tabled_text ADD CONSTRAINT tabled_text_revision CHECK (revision >= 0);

-- Whether a delegation sits in a shared draft's drafting group; asked by the policies below, which may not ask each other.
CREATE FUNCTION plenary_in_drafting_group(wanted text, delegation text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET plenary.engine TO 'on' AS $$
  SELECT EXISTS (SELECT 1 FROM drafting_group_member m WHERE m.draft_id = wanted AND m.delegation_id = delegation)
$$;

ALTER TABLE draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE draft FORCE ROW LEVEL SECURITY;
CREATE POLICY draft_circle ON draft USING (
  current_setting('plenary.engine', true) = 'on'
  OR conference_id = current_setting('plenary.conference', true) AND (
    delegation_id = current_setting('plenary.delegation', true) AND sealed_at IS NULL
    OR delegation_id IS NULL AND current_setting('plenary.side', true) = 'secretariat'
    OR delegation_id IS NULL AND plenary_in_drafting_group(id, current_setting('plenary.delegation', true))
  )
);

ALTER TABLE drafting_group_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE drafting_group_member FORCE ROW LEVEL SECURITY;
CREATE POLICY drafting_group_circle ON drafting_group_member USING (
  current_setting('plenary.engine', true) = 'on'
  OR conference_id = current_setting('plenary.conference', true) AND (
    current_setting('plenary.side', true) = 'secretariat'
    OR plenary_in_drafting_group(draft_id, current_setting('plenary.delegation', true))
  )
);

ALTER TABLE draft_revision ENABLE ROW LEVEL SECURITY;
ALTER TABLE draft_revision FORCE ROW LEVEL SECURITY;
CREATE POLICY draft_revision_circle ON draft_revision USING (
  current_setting('plenary.engine', true) = 'on' OR EXISTS (SELECT 1 FROM draft d WHERE d.id = draft_id)
);

ALTER TABLE tabling_origin ENABLE ROW LEVEL SECURITY;
ALTER TABLE tabling_origin FORCE ROW LEVEL SECURITY;
CREATE POLICY tabling_origin_circle ON tabling_origin USING (
  current_setting('plenary.engine', true) = 'on' OR EXISTS (SELECT 1 FROM draft d WHERE d.id = draft_id)
);

ALTER TABLE tabled_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE tabled_text FORCE ROW LEVEL SECURITY;
CREATE POLICY tabled_text_readers ON tabled_text USING (
  current_setting('plenary.engine', true) = 'on'
  OR conference_id = current_setting('plenary.conference', true) AND (
    current_setting('plenary.side', true) IN ('secretariat', 'state')
    OR current_setting('plenary.side', true) = 'observer' AND audience = 'ALL'
  )
);

-- Issued text is immutable: the one change is its withdrawal, once.
CREATE FUNCTION plenary_tabled_text_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL
     AND to_jsonb(NEW) - 'withdrawn_at' - 'withdrawn_reason' = to_jsonb(OLD) - 'withdrawn_at' - 'withdrawn_reason' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a tabled text is final';
END $$;
CREATE TRIGGER tabled_text_final BEFORE UPDATE OR DELETE ON tabled_text
  FOR EACH ROW EXECUTE FUNCTION plenary_tabled_text_is_final();

CREATE FUNCTION plenary_revision_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a named revision is final';
END $$;
CREATE TRIGGER draft_revision_final BEFORE UPDATE ON draft_revision
  FOR EACH ROW EXECUTE FUNCTION plenary_revision_is_final();
