/**
 * Columns of ids, states, codes, symbols and digests, and those that must never hold what people write: the trail, what
 * waits to leave the process, what was answered once. A column that is in neither list, and in which nothing was planted,
 * is one that nobody has thought of.
 */
export const wordless: Readonly<Record<string, string>> = {
  accreditation: 'badge body_ids conference_id delegation_id ended_by id person_id rights role side step',
  act_once: 'act actor_key key output',
  agenda: 'conference_id step symbol',
  agenda_item: 'body_id conference_id id kind meeting_id order_key outcome parent_id proposer_id step',
  announcement: 'audience conference_id id made_by',
  audit_line: 'act actor conference_id detail hash login previous request_id scope',
  audit_seal: 'heads key_id mac previous',
  body: 'chair_id co_chair_id conference_id id kind open_to order_key parent_id rapporteur_id room_id symbol',
  conference:
    'attribution created_by ends_on id kind language languages order_from quorum starts_on step symbol_root time_zone',
  delegation: 'categories code conference_id credentials id kind language step time_zone',
  draft: 'body_id conference_id created_by delegation_id document_id id item_id kind language step subject',
  draft_revision: 'conference_id draft_id id made_by text_hash',
  drafting_group_member: 'conference_id delegation_id draft_id',
  force_caveat:
    'audience category conference_id delegation_id effect ends_on id offer_id recipient_ids starts_on status',
  force_condition: 'conference_id due id link_block_id link_hash link_offer_id link_symbol offer_id status',
  force_contact: 'conference_id delegation_id id',
  force_contact_step: 'basis_kind conference_id contact_id id recorded_by status struck_by',
  force_element: 'capability conference_id id priority',
  force_figure: 'conference_id element_id offer_id phase_id',
  force_fund: 'conference_id currency id',
  force_issue: 'conference_id id issued_by_role text_hash',
  force_line: 'conference_id element_id offer_id',
  force_offer:
    'attached_to_id audience available_from basis_kind conference_id created_by currency delegation_id finance_mode fund_id id instrument kind measures recipient_ids status',
  force_offer_step: 'audience by_delegation_id by_role conference_id id kind offer_id recipient_ids',
  force_phase: 'conference_id id milestones target_date',
  force_required: 'conference_id element_id phase_id',
  force_statement: 'conference_id figures',
  force_totals: 'conference_id id released_by_role',
  import_upload: 'conference_id id person_id',
  invitation:
    'accreditation_id badge body_ids conference_id confirmed_by delegation_id from_delegation_id id invited_by locale person_id purpose rights role step token_hash',
  known_device: 'person_id token_hash',
  lease: 'holder name',
  live_client_id: 'accreditation_id document_id holder person_id',
  live_document: 'accreditation_id closed_reason conference_id delegation_id id kind side state',
  live_quarantine: 'document_id reason',
  live_snapshot: 'digest document_id',
  live_update: 'accreditation_id digest document_id op_id person_id',
  login: 'accreditation_id id person_id token_hash',
  meeting: 'body_id conference_id id presiding_id privacy record_symbol room_id step',
  meeting_presence: 'conference_id declared_by delegation_id meeting_id',
  minutes: 'body_id conference_id document_id id language meeting_id step symbol text_hash',
  minutes_edition: 'conference_id minutes_id text_hash',
  minutes_paragraph: 'block_id conference_id label minutes_id',
  note: 'accreditation_id conference_id delegation_id document_id id item_id scope',
  outbox_entry: 'effect_key id kind last_error payload',
  person: 'contrast digits id locale password_hash theme',
  programme_slot: 'conference_id id item_id meeting_id',
  record_line: 'accreditation_id body_id conference_id delegation_id id item_id kind meeting_id',
  room: 'conference_id id',
  sign_in_attempt: 'id key',
  symbol_series: 'conference_id series',
  tabled_text:
    'audience base_symbol body_id conference_id delegation_code delegation_id id item_id language subject symbol tabled_by_role text_hash',
  tabling_origin: 'conference_id delegation_id draft_id revision_id tabled_by tabled_text_id',
}

/**
 * Words that are everybody's in a conference, or that lie beside a canary in the same row and are read with it: what was
 * typed about a conference to be made goes with its files, snapshots and quarantined edits with the journal's.
 */
export const unplanted: Readonly<Record<string, string>> = {
  conference: 'short_name venue',
  delegation: 'names sort_keys article',
  minutes_edition: 'masthead',
  tabled_text: 'delegation_names',
  import_upload: 'fields',
  live_snapshot: 'bytes',
  live_quarantine: 'bytes',
  agenda_item: 'number',
}
