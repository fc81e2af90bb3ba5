-- Adds what an act itself writes into a document, in that act's transaction and in nobody's name. The caller has read
-- the document under its own row-level security and holds its row; null where writing has ended.
CREATE FUNCTION plenary_live_add(document text, op text, fresh_client bigint, added_at timestamptz, added bytea, added_digest bytea)
RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET plenary.engine TO 'on' AS $$
DECLARE
  next_seq int;
BEGIN
  UPDATE live_document d SET seq = d.seq + 1
    WHERE d.id = document AND d.state = 'OPEN' AND d.conference_id = nullif(current_setting('plenary.conference', true), '')
    RETURNING d.seq INTO next_seq;
  IF next_seq IS NULL THEN
    RETURN NULL;
  END IF;
  INSERT INTO live_update (document_id, seq, op_id, at, bytes, digest)
  VALUES (document, next_seq, op, added_at, added, added_digest);
  INSERT INTO live_client_id (document_id, client_id, holder, issued_at) VALUES (document, fresh_client, '', added_at);
  RETURN next_seq;
END $$;

REVOKE ALL ON FUNCTION plenary_live_add(text, text, bigint, timestamptz, bytea, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION plenary_live_add(text, text, bigint, timestamptz, bytea, bytea) TO plenary_app;
