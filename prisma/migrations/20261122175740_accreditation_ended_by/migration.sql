-- AlterTable
ALTER TABLE "accreditation" ADD COLUMN     "ended_by" TEXT;

-- AlterTable
ALTER TABLE "delegation" ADD COLUMN     "sealed_at" TIMESTAMPTZ(3);

ALTER TABLE accreditation ADD CONSTRAINT accreditation_ended_by CHECK (
  ended_by IS NULL OR ended_by IN ('SECRETARIAT', 'DELEGATION') AND ended_at IS NOT NULL
);
