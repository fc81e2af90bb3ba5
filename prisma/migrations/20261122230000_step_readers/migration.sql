DROP POLICY force_offer_step_of_offer ON force_offer_step;

-- AlterTable
ALTER TABLE "force_offer_step" ADD COLUMN     "audience" TEXT NOT NULL DEFAULT 'NONE',
ADD COLUMN     "recipient_ids" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- Who could read what happened before now is not known: whoever reads the offer now goes on reading it.
SELECT set_config('plenary.engine', 'on', true);
ALTER TABLE force_offer_step DISABLE TRIGGER force_offer_step_final;
UPDATE force_offer_step SET audience = o.audience, recipient_ids = o.recipient_ids
  FROM force_offer o WHERE o.id = offer_id AND NOT is_private;
ALTER TABLE force_offer_step ENABLE TRIGGER force_offer_step_final;
SELECT set_config('plenary.engine', '', true);
ALTER TABLE "force_offer_step" DROP COLUMN "is_private";

CREATE POLICY force_offer_step_readers ON force_offer_step USING (
  current_setting('plenary.engine', true) = 'on'
  OR conference_id = current_setting('plenary.conference', true) AND offer_id IN (
    SELECT o.id FROM force_offer o WHERE
      o.delegation_id = current_setting('plenary.delegation', true)
        AND (force_offer_step.audience <> 'NONE' OR o.sealed_at IS NULL)
      OR force_offer_step.audience <> 'NONE' AND current_setting('plenary.side', true) = 'secretariat'
      OR force_offer_step.audience IN ('STATES', 'ALL') AND current_setting('plenary.side', true) = 'state'
      OR force_offer_step.audience = 'NAMED'
        AND current_setting('plenary.delegation', true) = ANY (force_offer_step.recipient_ids)
  )
);
