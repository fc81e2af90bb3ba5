-- AlterTable
ALTER TABLE "import_upload" ADD COLUMN     "checked" JSONB,
ADD COLUMN     "file_names" TEXT[];
