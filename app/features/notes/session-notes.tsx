import { useWords } from '#app/i18n/words-provider.tsx'
import { type NotesPaneProps, NoteText } from './notes-pane.tsx'

/** The secretariat's notes of the session, in the shared pane of an item: written by it, read by all delegations. */
export function SessionNotes({ itemId, number, notes, acting }: Omit<NotesPaneProps, 'delegation'>) {
  const { t } = useWords()
  const note = notes.find(({ scope }) => scope === 'SESSION')
  if (!note) return null
  return (
    <section className="sec" aria-labelledby="session-notes">
      <h2 id="session-notes">{t('notes.sessionFromSecretariat')}</h2>
      <NoteText itemId={itemId} number={number} note={note} acting={acting} />
    </section>
  )
}
