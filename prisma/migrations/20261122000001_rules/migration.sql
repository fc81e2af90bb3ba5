-- Every transaction runs as plenary_app: it owns nothing, creates nothing, and row-level security binds it. The owner
-- of the tables may take that role, and its functions may act as the engine. What the owner may not arrange itself is
-- asked of a superuser, all at once.
DO $$
DECLARE
  -- From version 16 on, being a member and being allowed to take the role are two things.
  membership text := CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END;
  missing text[] := '{}';
BEGIN
  IF current_setting('server_version_num')::int < 150000 THEN
    RAISE EXCEPTION 'Plenary needs PostgreSQL 15 or newer; this is %.', current_setting('server_version');
  END IF;

  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'plenary_app') THEN
    BEGIN
      CREATE ROLE plenary_app NOLOGIN NOBYPASSRLS;
    EXCEPTION
      -- A role belongs to the whole cluster, so another database may have created it at this moment.
      WHEN duplicate_object OR unique_violation THEN NULL;
      WHEN insufficient_privilege THEN
        missing := ARRAY['CREATE ROLE plenary_app NOLOGIN NOBYPASSRLS', format('GRANT plenary_app TO %I', current_user)];
    END;
  END IF;

  IF missing = '{}' AND NOT pg_has_role(current_user, 'plenary_app', membership) THEN
    BEGIN
      GRANT plenary_app TO CURRENT_USER;
    EXCEPTION
      WHEN unique_violation THEN NULL;
      WHEN insufficient_privilege THEN missing := ARRAY[format('GRANT plenary_app TO %I', current_user)];
    END;
  END IF;

  IF NOT has_parameter_privilege(current_user, 'plenary.engine', 'SET') THEN
    missing := missing || format('GRANT SET ON PARAMETER plenary.engine TO %I', current_user);
  END IF;

  IF missing <> '{}' THEN
    RAISE EXCEPTION 'The database user "%" lacks what it needs. Run this once as a superuser: %;',
      current_user, array_to_string(missing, '; ');
  END IF;
END $$;

ALTER TABLE audit_line ADD CONSTRAINT audit_line_place_counts_from_one CHECK (place >= 1);

-- Grants bind plenary_app; the trigger binds the owner of the tables as well.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit trail is append-only.' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER audit_line_keeps_its_rows BEFORE UPDATE OR DELETE ON audit_line
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_line_is_never_emptied BEFORE TRUNCATE ON audit_line
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

ALTER TABLE outbox_entry
  ADD CONSTRAINT outbox_entry_names_its_kind CHECK (kind <> ''),
  ADD CONSTRAINT outbox_entry_names_its_effect CHECK (effect_key <> ''),
  ADD CONSTRAINT outbox_entry_counts_attempts CHECK (attempts >= 0),
  ADD CONSTRAINT outbox_entry_is_due_after_it_exists CHECK (due_at >= created_at);

-- What an act answered is kept for whoever did it and for nobody else: it names drafts and notes.
ALTER TABLE act_once ENABLE ROW LEVEL SECURITY;
ALTER TABLE act_once FORCE ROW LEVEL SECURITY;
CREATE POLICY act_once_actor ON act_once USING (
  current_setting('plenary.engine', true) = 'on'
  OR actor_key = CASE
    WHEN coalesce(current_setting('plenary.person', true), '') = '' THEN 'anonymous'
    WHEN coalesce(current_setting('plenary.accreditation', true), '') = '' THEN current_setting('plenary.person', true)
    ELSE current_setting('plenary.accreditation', true)
  END
);

-- The audit trail: each reader sees the chain of their own scope; the tip is handed out under a lock, one act at a time.
ALTER TABLE audit_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_line FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_line_read ON audit_line FOR SELECT USING (
  current_setting('plenary.engine', true) = 'on'
  OR (scope = 'conference:' || current_setting('plenary.conference', true) AND current_setting('plenary.side', true) = 'secretariat')
  OR scope = 'delegation:' || current_setting('plenary.delegation', true)
);
CREATE POLICY audit_line_add ON audit_line FOR INSERT WITH CHECK (true);

CREATE FUNCTION plenary_audit_tip(wanted text) RETURNS TABLE (place integer, hash text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET plenary.engine TO 'on' AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audit:' || wanted, 0));
  RETURN QUERY SELECT a.place, a.hash FROM audit_line a WHERE a.scope = wanted ORDER BY a.place DESC LIMIT 1;
END $$;

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

ALTER TABLE person
  ADD CONSTRAINT person_email_is_normal CHECK (email = lower(email) AND email LIKE '_%@_%'),
  ADD CONSTRAINT person_locale CHECK (locale IN ('en', 'fr', 'ar')),
  ADD CONSTRAINT person_theme CHECK (theme IN ('system', 'light', 'dark')),
  ADD CONSTRAINT person_contrast CHECK (contrast IN ('system', 'more')),
  ADD CONSTRAINT person_digits CHECK (digits IN ('latn', 'arab')),
  ADD CONSTRAINT person_password_is_hashed CHECK (password_hash LIKE '$argon2id$%'),
  ADD CONSTRAINT person_password_has_a_date CHECK ((password_hash IS NULL) = (password_set_at IS NULL));

ALTER TABLE login
  ADD CONSTRAINT login_token_is_hashed CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT login_ends CHECK (expires_at > created_at AND idle_until <= expires_at);
ALTER TABLE known_device ADD CONSTRAINT known_device_token_is_hashed CHECK (token_hash ~ '^[0-9a-f]{64}$');
ALTER TABLE sign_in_attempt ADD CONSTRAINT sign_in_attempt_key_is_hashed CHECK (key ~ '^[0-9a-f]{64}$');

-- Side, role and delegation belong together, and the delegation is one of the same conference (SEC-008).
ALTER TABLE accreditation
  ADD CONSTRAINT accreditation_side_has_its_delegation CHECK ((side = 'secretariat') = (delegation_id IS NULL)),
  ADD CONSTRAINT accreditation_role_of_its_side CHECK (
    side = 'observer' AND role IN ('OBSERVER_HEAD', 'OBSERVER')
    OR side = 'state' AND role IN (
      'HEAD', 'DEPUTY_HEAD', 'MILITARY_ADVISER', 'DRAFTER', 'LEGAL_ADVISER', 'LOGISTICS_ADVISER', 'POLICY_ADVISER',
      'NOTE_TAKER'
    )
    OR side = 'secretariat' AND role IN (
      'ORGANISER', 'CHAIR', 'CO_CHAIR', 'SECRETARY', 'RAPPORTEUR', 'FLOOR_MANAGER', 'DOCUMENTS_OFFICER',
      'PROTOCOL_OFFICER', 'LEGAL_OFFICER', 'INFORMATION_SECURITY_OFFICER', 'FORCE_GENERATION_OFFICER', 'INTERPRETER',
      'TECHNICAL_OFFICER'
    )
  );
ALTER TABLE delegation ADD CONSTRAINT delegation_in_its_conference UNIQUE (id, conference_id);
ALTER TABLE accreditation ADD CONSTRAINT accreditation_delegation_of_the_conference
  FOREIGN KEY (delegation_id, conference_id) REFERENCES delegation (id, conference_id);
-- A person sits once in a delegation, however often somebody presses the button.
CREATE UNIQUE INDEX accreditation_once ON accreditation (person_id, delegation_id)
  WHERE step = 'ACTIVE' AND delegation_id IS NOT NULL;

ALTER TABLE invitation
  ADD CONSTRAINT invitation_token_is_hashed CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT invitation_email_is_normal CHECK (email = lower(email)),
  ADD CONSTRAINT invitation_locale CHECK (locale IN ('en', 'fr', 'ar')),
  ADD CONSTRAINT invitation_step CHECK (step IN ('OPEN', 'AWAITING_HEAD', 'ACCEPTED', 'DECLINED', 'REVOKED')),
  ADD CONSTRAINT invitation_settled_has_a_time CHECK ((step IN ('OPEN', 'AWAITING_HEAD')) = (settled_at IS NULL)),
  ADD CONSTRAINT invitation_head_only_in_a_delegation CHECK (step NOT IN ('AWAITING_HEAD', 'DECLINED') OR delegation_id IS NOT NULL),
  ADD CONSTRAINT invitation_purpose CHECK (
    purpose = 'JOIN' AND conference_id IS NOT NULL AND role IS NOT NULL
    OR purpose IN ('ACCESS', 'RESET') AND person_id IS NOT NULL
    OR purpose = 'ORGANISER' AND person_id IS NOT NULL AND conference_id IS NULL
  );
-- One open place for one address in one delegation, from each side: neither learns from a refusal what the other did.
CREATE UNIQUE INDEX invitation_once ON invitation
  (conference_id, coalesce(delegation_id, ''), coalesce(from_delegation_id, ''), email)
  WHERE purpose = 'JOIN' AND step IN ('OPEN', 'AWAITING_HEAD');

-- The inviting side sees what it sent; a delegation sees who is to join it; who holds the link sees its own (SEC-031).
ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY invitation_circle ON invitation USING (
  current_setting('plenary.engine', true) = 'on'
  OR token_hash = current_setting('plenary.invitation', true)
  OR conference_id = current_setting('plenary.conference', true) AND (
    current_setting('plenary.side', true) = 'secretariat' AND from_delegation_id IS NULL
    OR delegation_id = current_setting('plenary.delegation', true)
  )
);

ALTER TABLE conference ADD CONSTRAINT conference_step CHECK (step IN ('PREPARING', 'IN_SESSION', 'CLOSED'));
ALTER TABLE conference ADD CONSTRAINT conference_attribution CHECK (attribution IN ('NAMED', 'DELEGATION', 'NONE'));
ALTER TABLE delegation ADD CONSTRAINT delegation_kind CHECK (kind IN ('STATE', 'OBSERVER'));
ALTER TABLE delegation ADD CONSTRAINT delegation_step CHECK (step IN ('TAKING_PART', 'WITHDRAWN'));
ALTER TABLE delegation ADD CONSTRAINT delegation_credentials CHECK (
  credentials IN ('AWAITED', 'PROVISIONAL', 'ACCEPTED', 'CONTESTED', 'REJECTED')
);
-- One head of delegation at a time.
CREATE UNIQUE INDEX accreditation_one_head ON accreditation (delegation_id)
  WHERE step = 'ACTIVE' AND role IN ('HEAD', 'OBSERVER_HEAD');

ALTER TABLE import_upload
  ADD CONSTRAINT import_upload_is_short_lived CHECK (expires_at > created_at AND expires_at <= created_at + interval '1 hour'),
  ADD CONSTRAINT import_upload_has_files CHECK (jsonb_typeof(files) = 'array' AND jsonb_array_length(files) > 0);

-- Lists of participants before they are anybody's: seen by whoever sent them and by nobody else.
ALTER TABLE import_upload ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_upload FORCE ROW LEVEL SECURITY;
CREATE POLICY import_upload_sender ON import_upload USING (
  current_setting('plenary.engine', true) = 'on' OR person_id = current_setting('plenary.person', true)
);

ALTER TABLE room
  ADD CONSTRAINT room_has_a_name CHECK (name <> ''),
  ADD CONSTRAINT room_holds_somebody CHECK (capacity IS NULL OR capacity > 0);
CREATE UNIQUE INDEX room_name_once ON room (conference_id, lower(name));

ALTER TABLE body
  ADD CONSTRAINT body_kind CHECK (kind IN ('PLENARY', 'WORKING_GROUP', 'DRAFTING_GROUP')),
  ADD CONSTRAINT body_open_to CHECK (open_to IN ('ALL_ACCREDITED', 'STATES')),
  ADD CONSTRAINT body_is_not_its_own_parent CHECK (parent_id IS DISTINCT FROM id);
-- Only the plenary adopts, so there is one.
CREATE UNIQUE INDEX body_one_plenary ON body (conference_id) WHERE kind = 'PLENARY';

ALTER TABLE agenda
  ADD CONSTRAINT agenda_step CHECK (step IN ('PROVISIONAL', 'ADOPTED')),
  ADD CONSTRAINT agenda_adopted_at CHECK ((step = 'ADOPTED') = (adopted_at IS NOT NULL));

ALTER TABLE agenda_item
  ADD CONSTRAINT agenda_item_step CHECK (step IN ('PENDING', 'OPEN', 'SUSPENDED', 'CLOSED', 'DEFERRED', 'WITHDRAWN')),
  ADD CONSTRAINT agenda_item_kind CHECK (kind IN ('PROCEDURAL', 'SUBSTANTIVE')),
  ADD CONSTRAINT agenda_item_outcome CHECK (outcome IS NULL OR outcome IN ('DECISION', 'RECOMMENDATION', 'TAKE_NOTE')),
  ADD CONSTRAINT agenda_item_allotted CHECK (allotted_minutes IS NULL OR allotted_minutes BETWEEN 1 AND 1440),
  ADD CONSTRAINT agenda_item_is_not_its_own_parent CHECK (parent_id IS DISTINCT FROM id),
  ADD CONSTRAINT agenda_item_in_a_meeting_only_while_open CHECK (meeting_id IS NULL OR step = 'OPEN');
-- Delegations cite numbers, so no two items in force carry the same one.
CREATE UNIQUE INDEX agenda_item_number_once ON agenda_item (conference_id, number) WHERE step <> 'WITHDRAWN';

ALTER TABLE meeting
  ADD CONSTRAINT meeting_step CHECK (step IN ('SCHEDULED', 'OPEN', 'SUSPENDED', 'CLOSED', 'CANCELLED')),
  ADD CONSTRAINT meeting_privacy CHECK (privacy IN ('OPEN', 'CLOSED_TO_PRESS', 'CLOSED', 'RESTRICTED')),
  ADD CONSTRAINT meeting_counts_from_one CHECK (number >= 1),
  ADD CONSTRAINT meeting_ends_after_it_starts CHECK (scheduled_end > scheduled_start),
  ADD CONSTRAINT meeting_opened_at CHECK ((step IN ('OPEN', 'SUSPENDED', 'CLOSED')) = (opened_at IS NOT NULL)),
  ADD CONSTRAINT meeting_closed_at CHECK ((step = 'CLOSED') = (closed_at IS NOT NULL));
-- A body is in one meeting at a time.
CREATE UNIQUE INDEX meeting_one_in_session ON meeting (body_id) WHERE step IN ('OPEN', 'SUSPENDED');

ALTER TABLE programme_slot ADD CONSTRAINT programme_slot_ends_after_it_starts CHECK (ends_at > starts_at);

ALTER TABLE meeting_presence ADD CONSTRAINT meeting_presence_leaves_after_it_came CHECK (left_at IS NULL OR left_at >= at);

ALTER TABLE announcement ADD CONSTRAINT announcement_audience CHECK (audience IN ('ALL', 'STATES', 'OBSERVERS', 'SECRETARIAT'));

ALTER TABLE record_line
  ADD CONSTRAINT record_line_counts_from_one CHECK (place >= 1),
  ADD CONSTRAINT record_line_names_its_kind CHECK (kind <> '');

-- What happened, happened: a mistake is answered by a further line.
CREATE FUNCTION refuse_record_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The record is append-only.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER record_line_keeps_its_rows BEFORE UPDATE OR DELETE ON record_line
  FOR EACH ROW EXECUTE FUNCTION refuse_record_change();
CREATE TRIGGER record_line_is_never_emptied BEFORE TRUNCATE ON record_line
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_record_change();

ALTER TABLE note ADD CONSTRAINT note_owner CHECK (
  (scope = 'DELEGATION' AND delegation_id IS NOT NULL AND accreditation_id IS NULL)
  OR (scope = 'PERSONAL' AND accreditation_id IS NOT NULL)
  OR (scope IN ('SESSION', 'SECRETARIAT') AND delegation_id IS NULL AND accreditation_id IS NULL)
);
-- One note for an item in each scope and for each owner, whoever opens it first.
CREATE UNIQUE INDEX note_once ON note (item_id, scope, coalesce(delegation_id, ''), coalesce(accreditation_id, ''));

ALTER TABLE note ENABLE ROW LEVEL SECURITY;
ALTER TABLE note FORCE ROW LEVEL SECURITY;
CREATE POLICY note_circle ON note USING (
  current_setting('plenary.engine', true) = 'on'
  OR conference_id = current_setting('plenary.conference', true) AND (
    scope = 'DELEGATION' AND delegation_id = current_setting('plenary.delegation', true)
    OR scope = 'PERSONAL' AND accreditation_id = current_setting('plenary.accreditation', true)
    OR scope = 'SESSION' AND current_setting('plenary.side', true) IN ('secretariat', 'state')
    OR scope = 'SECRETARIAT' AND current_setting('plenary.side', true) = 'secretariat'
  )
);

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
    delegation_id = current_setting('plenary.delegation', true)
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

-- Documents without a circle of their own are opened by the row that owns them: whoever sees the row sees the document.
CREATE POLICY live_document_of_note ON live_document USING (
  accreditation_id IS NULL AND delegation_id IS NULL AND side IS NULL
  AND EXISTS (SELECT 1 FROM note n WHERE n.document_id = live_document.id)
);
CREATE POLICY live_document_of_draft ON live_document USING (
  accreditation_id IS NULL AND delegation_id IS NULL AND side IS NULL
  AND EXISTS (SELECT 1 FROM draft d WHERE d.document_id = live_document.id)
);

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

GRANT USAGE ON SCHEMA public TO plenary_app;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO plenary_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO plenary_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO plenary_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO plenary_app;

REVOKE UPDATE, DELETE ON audit_line FROM plenary_app;
DO $$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    REVOKE ALL ON public._prisma_migrations FROM plenary_app;
  END IF;
END $$;
