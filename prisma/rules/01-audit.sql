ALTER TABLE audit_line ADD CONSTRAINT audit_line_place_counts_from_one CHECK (place >= 1);

-- Grants bind plenary_app; the trigger binds the owner of the tables as well.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit trail is append-only.' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER audit_line_keeps_its_rows BEFORE UPDATE OR DELETE ON audit_line
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_line_is_never_emptied BEFORE TRUNCATE ON audit_line
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

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
