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
