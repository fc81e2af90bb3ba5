-- CreateTable
CREATE TABLE "audit_seal" (
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "key_id" TEXT NOT NULL,
    "heads" JSONB NOT NULL,
    "previous" TEXT NOT NULL,
    "mac" TEXT NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("number")
);

ALTER TABLE audit_seal ADD CONSTRAINT audit_seal_counts_from_one CHECK (number >= 1);

CREATE TRIGGER audit_seal_keeps_its_rows BEFORE UPDATE OR DELETE ON audit_seal
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_seal_is_never_emptied BEFORE TRUNCATE ON audit_seal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

-- The engine's own: no person reads or adds seals.
ALTER TABLE audit_seal ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_seal FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_seal_engine ON audit_seal USING (current_setting('plenary.engine', true) = 'on');
REVOKE UPDATE, DELETE ON audit_seal FROM plenary_app;
