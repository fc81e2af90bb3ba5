-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "room" (
    "id" TEXT NOT NULL,
    "conference_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "capacity" INTEGER,

    CONSTRAINT "room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "body" (
    "id" TEXT NOT NULL,
    "conference_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "parent_id" TEXT,
    "symbol" TEXT NOT NULL,
    "room_id" TEXT,
    "open_to" TEXT NOT NULL DEFAULT 'ALL_ACCREDITED',
    "chair_id" TEXT,
    "co_chair_id" TEXT,
    "rapporteur_id" TEXT,
    "order_key" TEXT NOT NULL,

    CONSTRAINT "body_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agenda" (
    "conference_id" TEXT NOT NULL,
    "symbol" TEXT,
    "step" TEXT NOT NULL DEFAULT 'PROVISIONAL',
    "adopted_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "agenda_pkey" PRIMARY KEY ("conference_id")
);

-- CreateTable
CREATE TABLE "agenda_item" (
    "id" TEXT NOT NULL,
    "conference_id" TEXT NOT NULL,
    "parent_id" TEXT,
    "body_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'SUBSTANTIVE',
    "step" TEXT NOT NULL DEFAULT 'PENDING',
    "order_key" TEXT NOT NULL,
    "allotted_minutes" INTEGER,
    "is_open_to_observers" BOOLEAN NOT NULL DEFAULT false,
    "outcome" TEXT,
    "proposer_id" TEXT,
    "meeting_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agenda_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" TEXT NOT NULL,
    "conference_id" TEXT NOT NULL,
    "body_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "room_id" TEXT,
    "scheduled_start" TIMESTAMPTZ(3) NOT NULL,
    "scheduled_end" TIMESTAMPTZ(3) NOT NULL,
    "step" TEXT NOT NULL DEFAULT 'SCHEDULED',
    "opened_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "presiding_id" TEXT,
    "privacy" TEXT NOT NULL DEFAULT 'CLOSED_TO_PRESS',
    "record_symbol" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_slot" (
    "id" TEXT NOT NULL,
    "conference_id" TEXT NOT NULL,
    "meeting_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "programme_slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_presence" (
    "conference_id" TEXT NOT NULL,
    "meeting_id" TEXT NOT NULL,
    "delegation_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "declared_by" TEXT NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "meeting_presence_pkey" PRIMARY KEY ("meeting_id","delegation_id")
);

-- CreateTable
CREATE TABLE "record_line" (
    "id" TEXT NOT NULL,
    "conference_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "meeting_id" TEXT,
    "body_id" TEXT,
    "item_id" TEXT,
    "delegation_id" TEXT,
    "accreditation_id" TEXT,
    "detail" JSONB NOT NULL,

    CONSTRAINT "record_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcement" (
    "id" TEXT NOT NULL,
    "conference_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "audience" TEXT NOT NULL,
    "texts" JSONB NOT NULL,
    "made_by" TEXT NOT NULL,

    CONSTRAINT "announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_line" (
    "scope" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "conference_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT,
    "login" TEXT,
    "act" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "request_id" TEXT,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_line_pkey" PRIMARY KEY ("scope","place")
);

-- CreateTable
CREATE TABLE "outbox_entry" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "effect_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "delivered_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "outbox_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "act_once" (
    "actor_key" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "output" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "act_once_pkey" PRIMARY KEY ("actor_key","key")
);

-- CreateTable
CREATE TABLE "conference" (
    "id" TEXT NOT NULL,
    "symbol_root" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "short_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "venue" JSONB NOT NULL,
    "time_zone" TEXT NOT NULL,
    "starts_on" TEXT NOT NULL,
    "ends_on" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "languages" TEXT[],
    "attribution" TEXT NOT NULL DEFAULT 'DELEGATION',
    "step" TEXT NOT NULL DEFAULT 'PREPARING',
    "order_from" TEXT,
    "order_drawn_at" TIMESTAMPTZ(3),
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "conference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delegation" (
    "id" TEXT NOT NULL,
    "conference_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "formal_names" JSONB NOT NULL,
    "sort_keys" JSONB NOT NULL,
    "article" TEXT,
    "time_zone" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "categories" TEXT[],
    "credentials" TEXT NOT NULL DEFAULT 'AWAITED',
    "credentials_form" TEXT,
    "credentials_at" TIMESTAMPTZ(3),
    "step" TEXT NOT NULL DEFAULT 'TAKING_PART',
    "read_since" TIMESTAMPTZ(3),
    "place" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accreditation" (
    "id" TEXT NOT NULL,
    "conference_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "delegation_id" TEXT,
    "side" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "rights" TEXT[],
    "body_ids" TEXT[],
    "badge" TEXT,
    "step" TEXT NOT NULL DEFAULT 'ACTIVE',
    "epoch" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "accreditation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" TEXT NOT NULL,
    "conference_id" TEXT NOT NULL,
    "delegation_id" TEXT,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "item_id" TEXT,
    "body_id" TEXT,
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "step" TEXT NOT NULL DEFAULT 'DRAFT',
    "document_id" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "drafting_group_member" (
    "draft_id" TEXT NOT NULL,
    "conference_id" TEXT NOT NULL,
    "delegation_id" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "drafting_group_member_pkey" PRIMARY KEY ("draft_id","delegation_id")
);

-- CreateTable
CREATE TABLE "draft_revision" (
    "id" TEXT NOT NULL,
    "conference_id" TEXT NOT NULL,
    "draft_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "text_hash" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tabled_text" (
    "id" TEXT NOT NULL,
    "conference_id" TEXT NOT NULL,
    "symbol" TEXT NOT NULL,
    "base_symbol" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "delegation_id" TEXT,
    "delegation_names" JSONB,
    "delegation_code" TEXT,
    "body_id" TEXT,
    "item_id" TEXT,
    "subject" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "text_hash" TEXT NOT NULL,
    "audience" TEXT NOT NULL DEFAULT 'STATES',
    "tabled_at" TIMESTAMPTZ(3) NOT NULL,
    "tabled_by_role" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,

    CONSTRAINT "tabled_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tabling_origin" (
    "tabled_text_id" TEXT NOT NULL,
    "conference_id" TEXT NOT NULL,
    "delegation_id" TEXT,
    "draft_id" TEXT NOT NULL,
    "revision_id" TEXT NOT NULL,
    "tabled_by" TEXT NOT NULL,

    CONSTRAINT "tabling_origin_pkey" PRIMARY KEY ("tabled_text_id")
);

-- CreateTable
CREATE TABLE "symbol_series" (
    "conference_id" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "symbol_series_pkey" PRIMARY KEY ("conference_id","series")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT,
    "password_hash" TEXT,
    "password_set_at" TIMESTAMPTZ(3),
    "locale" TEXT NOT NULL DEFAULT 'en',
    "theme" TEXT NOT NULL DEFAULT 'system',
    "contrast" TEXT NOT NULL DEFAULT 'system',
    "digits" TEXT NOT NULL DEFAULT 'latn',
    "is_organiser" BOOLEAN NOT NULL DEFAULT false,
    "is_suspended" BOOLEAN NOT NULL DEFAULT false,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "epoch" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login" (
    "id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "accreditation_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "idle_until" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "reauthenticated_at" TIMESTAMPTZ(3),
    "device" TEXT NOT NULL DEFAULT '',
    "is_shared" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "login_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "known_device" (
    "token_hash" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "known_device_pkey" PRIMARY KEY ("person_id","token_hash")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "conference_id" TEXT,
    "delegation_id" TEXT,
    "from_delegation_id" TEXT,
    "person_id" TEXT,
    "accreditation_id" TEXT,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT,
    "role" TEXT,
    "rights" TEXT[],
    "body_ids" TEXT[],
    "locale" TEXT NOT NULL DEFAULT 'en',
    "invited_by" TEXT NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_upload" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "conference_id" TEXT,
    "fields" JSONB,
    "files" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "live_document" (
    "id" TEXT NOT NULL,
    "conference_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "delegation_id" TEXT,
    "accreditation_id" TEXT,
    "side" TEXT,
    "state" TEXT NOT NULL DEFAULT 'OPEN',
    "closed_reason" TEXT,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "access_epoch" INTEGER NOT NULL DEFAULT 0,
    "format" INTEGER NOT NULL DEFAULT 1,
    "is_damaged" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "live_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "live_update" (
    "document_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "op_id" TEXT NOT NULL,
    "accreditation_id" TEXT,
    "person_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "bytes" BYTEA NOT NULL,
    "digest" BYTEA NOT NULL,

    CONSTRAINT "live_update_pkey" PRIMARY KEY ("document_id","seq")
);

-- CreateTable
CREATE TABLE "live_snapshot" (
    "document_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "digest" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "is_verified" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "live_snapshot_pkey" PRIMARY KEY ("document_id","seq")
);

-- CreateTable
CREATE TABLE "live_client_id" (
    "document_id" TEXT NOT NULL,
    "client_id" BIGINT NOT NULL,
    "accreditation_id" TEXT,
    "person_id" TEXT,
    "holder" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "live_client_id_pkey" PRIMARY KEY ("document_id","client_id")
);

-- CreateTable
CREATE TABLE "live_quarantine" (
    "document_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "live_quarantine_pkey" PRIMARY KEY ("document_id","seq")
);

-- CreateTable
CREATE TABLE "minutes" (
    "id" TEXT NOT NULL,
    "conference_id" TEXT NOT NULL,
    "meeting_id" TEXT NOT NULL,
    "body_id" TEXT NOT NULL,
    "symbol" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "step" TEXT NOT NULL DEFAULT 'DRAFT',
    "document_id" TEXT NOT NULL,
    "masthead" JSONB,
    "text_hash" TEXT,
    "circulated_at" TIMESTAMPTZ(3),
    "corrections_until" TIMESTAMPTZ(3),
    "approved_at" TIMESTAMPTZ(3),
    "approval_basis" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "minutes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes_paragraph" (
    "minutes_id" TEXT NOT NULL,
    "conference_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "label" TEXT,
    "block_id" TEXT NOT NULL,
    "blocks" JSONB NOT NULL,
    "is_released" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "minutes_paragraph_pkey" PRIMARY KEY ("minutes_id","place")
);

-- CreateTable
CREATE TABLE "minutes_edition" (
    "minutes_id" TEXT NOT NULL,
    "conference_id" TEXT NOT NULL,
    "masthead" JSONB NOT NULL,
    "paragraphs" JSONB NOT NULL,
    "text_hash" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "minutes_edition_pkey" PRIMARY KEY ("minutes_id")
);

-- CreateTable
CREATE TABLE "note" (
    "id" TEXT NOT NULL,
    "conference_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "delegation_id" TEXT,
    "accreditation_id" TEXT,
    "document_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lease" (
    "name" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lease_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "room_conference_id_idx" ON "room"("conference_id");

-- CreateIndex
CREATE INDEX "body_conference_id_idx" ON "body"("conference_id");

-- CreateIndex
CREATE INDEX "agenda_item_conference_id_idx" ON "agenda_item"("conference_id");

-- CreateIndex
CREATE INDEX "meeting_conference_id_idx" ON "meeting"("conference_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_body_id_number_key" ON "meeting"("body_id", "number");

-- CreateIndex
CREATE INDEX "programme_slot_conference_id_idx" ON "programme_slot"("conference_id");

-- CreateIndex
CREATE INDEX "programme_slot_meeting_id_idx" ON "programme_slot"("meeting_id");

-- CreateIndex
CREATE INDEX "record_line_meeting_id_idx" ON "record_line"("meeting_id");

-- CreateIndex
CREATE INDEX "record_line_item_id_idx" ON "record_line"("item_id");

-- CreateIndex
CREATE UNIQUE INDEX "record_line_conference_id_place_key" ON "record_line"("conference_id", "place");

-- CreateIndex
CREATE INDEX "announcement_conference_id_idx" ON "announcement"("conference_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_entry_effect_key_key" ON "outbox_entry"("effect_key");

-- CreateIndex
CREATE INDEX "outbox_entry_delivered_at_due_at_idx" ON "outbox_entry"("delivered_at", "due_at");

-- CreateIndex
CREATE INDEX "act_once_at_idx" ON "act_once"("at");

-- CreateIndex
CREATE UNIQUE INDEX "delegation_conference_id_code_key" ON "delegation"("conference_id", "code");

-- CreateIndex
CREATE INDEX "accreditation_conference_id_delegation_id_idx" ON "accreditation"("conference_id", "delegation_id");

-- CreateIndex
CREATE INDEX "accreditation_person_id_idx" ON "accreditation"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "draft_document_id_key" ON "draft"("document_id");

-- CreateIndex
CREATE INDEX "draft_conference_id_delegation_id_idx" ON "draft"("conference_id", "delegation_id");

-- CreateIndex
CREATE UNIQUE INDEX "draft_revision_draft_id_number_key" ON "draft_revision"("draft_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "tabled_text_conference_id_symbol_key" ON "tabled_text"("conference_id", "symbol");

-- CreateIndex
CREATE UNIQUE INDEX "tabled_text_conference_id_base_symbol_revision_key" ON "tabled_text"("conference_id", "base_symbol", "revision");

-- CreateIndex
CREATE INDEX "tabling_origin_draft_id_idx" ON "tabling_origin"("draft_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "login_token_hash_key" ON "login"("token_hash");

-- CreateIndex
CREATE INDEX "login_person_id_idx" ON "login"("person_id");

-- CreateIndex
CREATE INDEX "login_accreditation_id_idx" ON "login"("accreditation_id");

-- CreateIndex
CREATE INDEX "known_device_last_seen_at_idx" ON "known_device"("last_seen_at");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_conference_id_delegation_id_idx" ON "invitation"("conference_id", "delegation_id");

-- CreateIndex
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

-- CreateIndex
CREATE INDEX "sign_in_attempt_key_at_idx" ON "sign_in_attempt"("key", "at");

-- CreateIndex
CREATE INDEX "sign_in_attempt_at_idx" ON "sign_in_attempt"("at");

-- CreateIndex
CREATE INDEX "import_upload_person_id_idx" ON "import_upload"("person_id");

-- CreateIndex
CREATE INDEX "import_upload_expires_at_idx" ON "import_upload"("expires_at");

-- CreateIndex
CREATE INDEX "live_document_conference_id_kind_idx" ON "live_document"("conference_id", "kind");

-- CreateIndex
CREATE INDEX "live_document_conference_id_delegation_id_idx" ON "live_document"("conference_id", "delegation_id");

-- CreateIndex
CREATE UNIQUE INDEX "live_update_document_id_op_id_key" ON "live_update"("document_id", "op_id");

-- CreateIndex
CREATE INDEX "live_client_id_document_id_accreditation_id_idx" ON "live_client_id"("document_id", "accreditation_id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_meeting_id_key" ON "minutes"("meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_document_id_key" ON "minutes"("document_id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_conference_id_symbol_key" ON "minutes"("conference_id", "symbol");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_paragraph_minutes_id_label_key" ON "minutes_paragraph"("minutes_id", "label");

-- CreateIndex
CREATE UNIQUE INDEX "note_document_id_key" ON "note"("document_id");

-- CreateIndex
CREATE INDEX "note_item_id_idx" ON "note"("item_id");

-- CreateIndex
CREATE INDEX "note_conference_id_delegation_id_idx" ON "note"("conference_id", "delegation_id");

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_conference_id_fkey" FOREIGN KEY ("conference_id") REFERENCES "conference"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accreditation" ADD CONSTRAINT "accreditation_conference_id_fkey" FOREIGN KEY ("conference_id") REFERENCES "conference"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accreditation" ADD CONSTRAINT "accreditation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accreditation" ADD CONSTRAINT "accreditation_delegation_id_fkey" FOREIGN KEY ("delegation_id") REFERENCES "delegation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drafting_group_member" ADD CONSTRAINT "drafting_group_member_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_revision" ADD CONSTRAINT "draft_revision_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "login" ADD CONSTRAINT "login_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "known_device" ADD CONSTRAINT "known_device_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_update" ADD CONSTRAINT "live_update_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "live_document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_snapshot" ADD CONSTRAINT "live_snapshot_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "live_document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_client_id" ADD CONSTRAINT "live_client_id_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "live_document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_quarantine" ADD CONSTRAINT "live_quarantine_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "live_document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_paragraph" ADD CONSTRAINT "minutes_paragraph_minutes_id_fkey" FOREIGN KEY ("minutes_id") REFERENCES "minutes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_edition" ADD CONSTRAINT "minutes_edition_minutes_id_fkey" FOREIGN KEY ("minutes_id") REFERENCES "minutes"("id") ON DELETE CASCADE ON UPDATE CASCADE;
