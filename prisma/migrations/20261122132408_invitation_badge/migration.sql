-- AlterTable
ALTER TABLE "invitation" ADD COLUMN     "badge" TEXT;
