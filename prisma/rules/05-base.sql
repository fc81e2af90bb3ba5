-- The audit trail: each reader sees the chain of their own scope; the tip is handed out under a lock, one act at a time.
ALTER TABLE audit_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_line FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_line_read ON audit_line FOR SELECT USING (
  current_setting('plenary.engine', true) = 'on'
  OR (scope = 'conference:' || current_setting('plenary.conference', true) AND current_setting('plenary.side', true) = 'secretariat')
  OR scope = 'delegation:' || current_setting('plenary.delegation', true)
);
CREATE POLICY audit_line_add ON audit_line FOR INSERT WITH CHECK (true);

CREATE FUNCTION plenary_audit_tip(wanted text) RETURNS TABLE (place integer, hash text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET plenary.engine TO 'on' AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audit:' || wanted, 0));
  RETURN QUERY SELECT a.place, a.hash FROM audit_line a WHERE a.scope = wanted ORDER BY a.place DESC LIMIT 1;
END $$;
