-- Documents without a circle of their own are opened by the row that owns them: whoever sees the row sees the document.
CREATE POLICY live_document_of_note ON live_document USING (
  accreditation_id IS NULL AND delegation_id IS NULL AND side IS NULL
  AND EXISTS (SELECT 1 FROM note n WHERE n.document_id = live_document.id)
);
CREATE POLICY live_document_of_draft ON live_document USING (
  accreditation_id IS NULL AND delegation_id IS NULL AND side IS NULL
  AND EXISTS (SELECT 1 FROM draft d WHERE d.document_id = live_document.id)
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
