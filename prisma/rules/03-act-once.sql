-- What an act answered is kept for whoever did it and for nobody else: it names drafts and notes.
ALTER TABLE act_once ENABLE ROW LEVEL SECURITY;
ALTER TABLE act_once FORCE ROW LEVEL SECURITY;
CREATE POLICY act_once_actor ON act_once USING (
  current_setting('plenary.engine', true) = 'on'
  OR actor_key = CASE
    WHEN coalesce(current_setting('plenary.person', true), '') = '' THEN 'anonymous'
    WHEN coalesce(current_setting('plenary.accreditation', true), '') = '' THEN current_setting('plenary.person', true)
    ELSE current_setting('plenary.accreditation', true)
  END
);
