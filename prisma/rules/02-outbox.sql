ALTER TABLE outbox_entry
  ADD CONSTRAINT outbox_entry_names_its_kind CHECK (kind <> ''),
  ADD CONSTRAINT outbox_entry_names_its_effect CHECK (effect_key <> ''),
  ADD CONSTRAINT outbox_entry_counts_attempts CHECK (attempts >= 0),
  ADD CONSTRAINT outbox_entry_is_due_after_it_exists CHECK (due_at >= created_at);
