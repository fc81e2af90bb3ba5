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
