-- AlterTable
ALTER TABLE "conference" ADD COLUMN     "quorum" TEXT NOT NULL DEFAULT 'THIRD';

ALTER TABLE conference ADD CONSTRAINT conference_quorum CHECK (quorum IN ('THIRD', 'HALF', 'MAJORITY', 'TWO_THIRDS'));
