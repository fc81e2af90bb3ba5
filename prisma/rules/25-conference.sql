ALTER TABLE conference ADD CONSTRAINT conference_step CHECK (step IN ('PREPARING', 'IN_SESSION', 'CLOSED'));
ALTER TABLE conference ADD CONSTRAINT conference_attribution CHECK (attribution IN ('NAMED', 'DELEGATION', 'NONE'));
ALTER TABLE conference ADD CONSTRAINT conference_quorum CHECK (quorum IN ('THIRD', 'HALF', 'MAJORITY', 'TWO_THIRDS'));
ALTER TABLE delegation ADD CONSTRAINT delegation_kind CHECK (kind IN ('STATE', 'OBSERVER'));
ALTER TABLE delegation ADD CONSTRAINT delegation_step CHECK (step IN ('TAKING_PART', 'WITHDRAWN'));
ALTER TABLE delegation ADD CONSTRAINT delegation_credentials CHECK (
  credentials IN ('AWAITED', 'PROVISIONAL', 'ACCEPTED', 'CONTESTED', 'REJECTED')
);
-- One head of delegation at a time.
CREATE UNIQUE INDEX accreditation_one_head ON accreditation (delegation_id)
  WHERE step = 'ACTIVE' AND role IN ('HEAD', 'OBSERVER_HEAD');
ALTER TABLE accreditation ADD CONSTRAINT accreditation_ended_by CHECK (
  ended_by IS NULL OR ended_by IN ('SECRETARIAT', 'DELEGATION') AND ended_at IS NOT NULL
);
