import type { Row } from './expectation.ts'
import { onTheAgenda } from './matrix-desk.ts'
import { onPapers } from './matrix-papers.ts'
import { onPeople } from './matrix-people.ts'
import { reading } from './matrix-reading.ts'

/**
 * Who may do what, in one place: every query and every mutation has a row here for each thing it makes a difference to.
 * Whoever a row does not name gets `missing`. The pages have `matrix-pages.ts`, the live documents `matrix-documents.ts`.
 */
export const questions: readonly Row[] = reading
export const acts: readonly Row[] = [...onTheAgenda, ...onPapers, ...onPeople]

/** Every event a client may send, and what shows that it reaches nobody else's things. */
export const socketEvents = {
  ask: 'the questions, each asked on a socket',
  watch: 'the questions, each watched on a socket',
  unwatch: 'a number of one’s own connection: [SEC-050]',
  mutate: 'the acts, each done on a socket',
  open: 'the documents, each opened on a socket',
  leave: 'a room that one has opened: [SEC-050]',
  push: 'a room that one has opened: [SEC-050], [SEC-063]',
  cursor: 'a room that one has opened: [SEC-050]',
}
