ALTER TABLE import_upload
  ADD CONSTRAINT import_upload_is_short_lived CHECK (expires_at > created_at AND expires_at <= created_at + interval '1 hour'),
  ADD CONSTRAINT import_upload_has_files CHECK (jsonb_typeof(files) = 'array' AND jsonb_array_length(files) > 0);

-- Lists of participants before they are anybody's: seen by whoever sent them and by nobody else.
ALTER TABLE import_upload ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_upload FORCE ROW LEVEL SECURITY;
CREATE POLICY import_upload_sender ON import_upload USING (
  current_setting('plenary.engine', true) = 'on' OR person_id = current_setting('plenary.person', true)
);
