ALTER TABLE live_document
  ADD CONSTRAINT live_document_state CHECK (state IN ('OPEN', 'CLOSED')),
  ADD CONSTRAINT live_document_says_why_closed CHECK ((state = 'CLOSED') = (closed_reason IS NOT NULL)),
  ADD CONSTRAINT live_document_side CHECK (side IN ('secretariat', 'state', 'observer')),
  ADD CONSTRAINT live_document_names_its_kind CHECK (kind <> ''),
  ADD CONSTRAINT live_document_counts CHECK (seq >= 0 AND access_epoch >= 0);
ALTER TABLE live_update
  ADD CONSTRAINT live_update_counts_from_one CHECK (seq >= 1),
  ADD CONSTRAINT live_update_holds_an_edit CHECK (length(bytes) BETWEEN 1 AND 2097152),
  ADD CONSTRAINT live_update_author CHECK ((accreditation_id IS NULL) = (person_id IS NULL));
ALTER TABLE live_client_id
  ADD CONSTRAINT live_client_id_range CHECK (client_id BETWEEN 1 AND 4294967295);

-- Each commit changes these rows; room on the page keeps the change off the indexes.
ALTER TABLE live_document SET (fillfactor = 60);
ALTER TABLE live_client_id SET (fillfactor = 80);

-- A personal paper is its owner's alone; then a delegation's; then a side's. A document without any of these is opened
-- by the row of the feature that owns it (60-live-circles.sql).
ALTER TABLE live_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE live_document FORCE ROW LEVEL SECURITY;
CREATE POLICY live_document_engine ON live_document USING (current_setting('plenary.engine', true) = 'on');
CREATE POLICY live_document_circle ON live_document USING (
  conference_id = current_setting('plenary.conference', true)
  AND CASE
    WHEN accreditation_id IS NOT NULL THEN accreditation_id = current_setting('plenary.accreditation', true)
    WHEN delegation_id IS NOT NULL THEN delegation_id = current_setting('plenary.delegation', true)
    WHEN side IS NOT NULL THEN side = current_setting('plenary.side', true)
    ELSE false
  END
);

-- What belongs to a document is seen by whoever sees the document, and written by the engine alone.
DO $$
DECLARE part text;
BEGIN
  FOREACH part IN ARRAY ARRAY['live_update', 'live_snapshot', 'live_client_id', 'live_quarantine'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', part);
    EXECUTE format('CREATE POLICY %I ON %I USING (current_setting(''plenary.engine'', true) = ''on'')', part || '_engine', part);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (EXISTS (SELECT 1 FROM live_document d WHERE d.id = document_id))', part || '_circle', part);
  END LOOP;
END $$;

-- Makes a document and its first edit in the caller's transaction. The caller may be making it for others than itself,
-- but never for another conference.
CREATE FUNCTION plenary_live_create(doc jsonb, first_bytes bytea, first_digest bytea, first_client bigint, made_at timestamptz)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET plenary.engine TO 'on' AS $$
BEGIN
  IF doc->>'conferenceId' IS DISTINCT FROM nullif(current_setting('plenary.conference', true), '') THEN
    RAISE EXCEPTION 'a document belongs to the conference it is made in' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO live_document (id, conference_id, kind, delegation_id, accreditation_id, side, seq, created_at)
  VALUES (doc->>'id', doc->>'conferenceId', doc->>'kind', doc->>'delegationId', doc->>'accreditationId', doc->>'side', 1, made_at);
  INSERT INTO live_update (document_id, seq, op_id, at, bytes, digest)
  VALUES (doc->>'id', 1, doc->>'id', made_at, first_bytes, first_digest);
  INSERT INTO live_client_id (document_id, client_id, holder, issued_at) VALUES (doc->>'id', first_client, '', made_at);
END $$;

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

-- Gives a connection the client ids it writes with: takes over those of `wanted` that were issued to this accreditation
-- in this document, and issues `fresh` when asked to. Under the lock of the document, so that no edit of the connection
-- that held an id before can be stored after this one holds it. Answers the ids held from now on.
CREATE FUNCTION plenary_live_admit(document text, accreditation text, person text, new_holder text, wanted bigint[], fresh bigint)
RETURNS TABLE (client_id bigint, is_fresh boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET plenary.engine TO 'on' AS $$
BEGIN
  IF fresh IS NOT NULL THEN
    RETURN QUERY INSERT INTO live_client_id AS issued (document_id, client_id, accreditation_id, person_id, holder, issued_at)
      VALUES (document, fresh, accreditation, person, new_holder, clock_timestamp())
      ON CONFLICT DO NOTHING RETURNING issued.client_id, true;
  END IF;
  IF cardinality(wanted) > 0 THEN
    PERFORM 1 FROM live_document d WHERE d.id = document FOR NO KEY UPDATE;
    RETURN QUERY UPDATE live_client_id known SET holder = new_holder
      WHERE known.document_id = document AND known.client_id = ANY (wanted) AND known.accreditation_id = accreditation
      RETURNING known.client_id, false;
  END IF;
END $$;

-- Stores what all rooms of a process brought in one turn. One statement, one commit. Locks in one order everywhere, so
-- that several processes never wait for each other in a ring: accreditations, then documents, each by id.
-- Each entry: n its place, d document, o op id, a accreditation, p person, e access epoch of the accreditation and the
-- person together, x access epoch of the document, h holder, c client ids, b bytes, g digest.
-- An entry is refused on its own, and what the same holder sent to the same document after it falls with it, because it
-- may build on it. A resend answers with the sequence of the first time.
-- Its plan is kept for as long as a connection lives and may have been made when the tables were small, so the look-ups
-- are written as look-ups and whole tables are never read.
CREATE FUNCTION plenary_journal_append(entries jsonb)
RETURNS TABLE (n int, seq int, at timestamptz, outcome text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET plenary.engine TO 'on' SET enable_seqscan TO off AS $$
#variable_conflict use_column
DECLARE
  commit_at timestamptz := date_trunc('milliseconds', clock_timestamp());
BEGIN
  PERFORM 1 FROM accreditation a
    WHERE a.id IN (SELECT e->>'a' FROM jsonb_array_elements(entries) e) ORDER BY a.id FOR SHARE;
  PERFORM 1 FROM live_document d
    WHERE d.id IN (SELECT e->>'d' FROM jsonb_array_elements(entries) e) ORDER BY d.id FOR NO KEY UPDATE;
  RETURN QUERY
  WITH given AS MATERIALIZED (
    SELECT r.n, r.d, r.o, r.a, r.p, r.e, r.x, r.h, r.c, decode(r.b, 'base64') AS bytes, decode(r.g, 'base64') AS digest
    FROM jsonb_to_recordset(entries) AS r (n int, d text, o text, a text, p text, e int, x int, h text, c bigint[], b text, g text)
  ), judged AS MATERIALIZED (
    SELECT g.*, u.seq AS known_seq, u.at AS known_at,
      CASE
        WHEN doc.id IS NULL THEN 'missing'
        WHEN acc.id IS NULL OR acc.step <> 'ACTIVE' OR acc.epoch + per.epoch <> g.e OR per.is_suspended THEN 'access'
        WHEN u.seq IS NOT NULL AND (u.digest <> g.digest OR u.accreditation_id IS DISTINCT FROM g.a) THEN 'op-id'
        WHEN row_number() OVER (PARTITION BY g.d, g.o ORDER BY g.n) > 1 THEN 'op-id'
        WHEN doc.access_epoch <> g.x THEN 'reopen'
        WHEN u.seq IS NOT NULL THEN NULL
        WHEN doc.state <> 'OPEN' THEN 'closed'
        WHEN (SELECT count(*) FROM live_client_id k WHERE k.document_id = g.d AND k.client_id = ANY (g.c)
                AND k.accreditation_id = g.a AND k.holder = g.h) <> cardinality(g.c) THEN 'reopen'
      END AS fault
    FROM given g
    LEFT JOIN live_document doc ON doc.id = g.d
    LEFT JOIN accreditation acc ON acc.id = g.a AND acc.person_id = g.p
    LEFT JOIN person per ON per.id = acc.person_id
    LEFT JOIN LATERAL (SELECT * FROM live_update k WHERE k.document_id = g.d AND k.op_id = g.o LIMIT 1) u ON true
  ), chained AS MATERIALIZED (
    SELECT j.*, coalesce(j.fault, CASE WHEN
      bool_or(j.fault IS NOT NULL) OVER (PARTITION BY j.d, j.h ORDER BY j.n ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
      THEN 'gap' END) AS final_fault
    FROM judged j
  ), placed AS MATERIALIZED (
    SELECT c.*, (doc.seq + row_number() OVER (PARTITION BY c.d ORDER BY c.n))::int AS new_seq
    FROM chained c JOIN live_document doc ON doc.id = c.d
    WHERE c.final_fault IS NULL AND c.known_seq IS NULL
  ), stored AS (
    INSERT INTO live_update (document_id, seq, op_id, accreditation_id, person_id, at, bytes, digest)
    SELECT p.d, p.new_seq, p.o, p.a, p.p, commit_at, p.bytes, p.digest FROM placed p
  ), counted AS (
    UPDATE live_document doc SET seq = last.seq
    FROM (SELECT p.d, max(p.new_seq) AS seq FROM placed p GROUP BY p.d) last WHERE doc.id = last.d
  )
  SELECT c.n, coalesce(p.new_seq, c.known_seq), coalesce(c.known_at, commit_at),
    coalesce(c.final_fault, CASE WHEN c.known_seq IS NULL THEN 'saved' ELSE 'known' END)
  FROM chained c LEFT JOIN placed p ON p.n = c.n ORDER BY c.n;
END $$;

REVOKE ALL ON FUNCTION plenary_journal_append(jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION plenary_live_create(jsonb, bytea, bytea, bigint, timestamptz) FROM PUBLIC;
REVOKE ALL ON FUNCTION plenary_live_admit(text, text, text, text, bigint[], bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION plenary_journal_append(jsonb) TO plenary_app;
GRANT EXECUTE ON FUNCTION plenary_live_create(jsonb, bytea, bytea, bigint, timestamptz) TO plenary_app;
GRANT EXECUTE ON FUNCTION plenary_live_admit(text, text, text, text, bigint[], bigint) TO plenary_app;
REVOKE ALL ON FUNCTION plenary_live_add(text, text, bigint, timestamptz, bytea, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION plenary_live_add(text, text, bigint, timestamptz, bytea, bytea) TO plenary_app;
