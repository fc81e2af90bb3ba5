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
