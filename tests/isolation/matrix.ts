import type { Row } from './expectation.ts'
import { onTheAgenda } from './matrix-desk.ts'
import { onForce, readingForce } from './matrix-force.ts'
import { onRequirement, readingRequirement } from './matrix-force-desk.ts'
import { onPapers } from './matrix-papers.ts'
import { onPeople } from './matrix-people.ts'
import { reading } from './matrix-reading.ts'

/**
 * Who may do what, in one place: every query and every mutation has a row here for each thing it makes a difference to.
 * Whoever a row does not name gets `missing`. The pages have `matrix-pages.ts`, the live documents `matrix-documents.ts`.
 */
export const questions: readonly Row[] = [...reading, ...readingForce, ...readingRequirement]
export const acts: readonly Row[] = [...onTheAgenda, ...onPapers, ...onPeople, ...onForce, ...onRequirement]

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

/** Every way into the server that is not a page of the pages’ own, and what shows that it is kept. */
export const httpDoors = {
  "server/http/app.ts app.all('*'": 'the pages: each has a row',
  'server/http/app.ts app.use(contentPolicyReports': 'what a browser reports: [SEC-079]',
  "server/http/pages.ts files.use('/assets'": 'the built scripts and styles: [SEC-110]',
  'server/http/pages.ts files.use(express.static': 'the icon: [SEC-110]',
  "server/ops/health.ts routes.get('/healthz'": 'that the process answers: [SEC-116]',
  "server/ops/health.ts routes.get('/readyz'": 'operators: [SEC-116]',
  "server/ops/health.ts routes.get('/metrics'": 'operators: [SEC-116], [SEC-108]',
  // What every request passes; it answers nothing of its own but refusals.
  'server/http/app.ts app.use((request': 'who asks, and from where: [SEC-115]',
  'server/http/app.ts app.use(createRequestLog': '[SEC-106]',
  'server/http/app.ts app.use(createSecurityHeaders': '[SEC-083]',
  'server/http/app.ts app.use(parts.operations': 'the operators’ addresses above',
  'server/http/app.ts app.use(createGate': '[SEC-080]',
  'server/http/app.ts app.use(pages.files': 'the built files above',
  'server/http/app.ts app.use(createRateLimit': '[SEC-024]',
  'server/http/app.ts app.use(neverStored': '[SEC-026]',
  'server/http/app.ts app.use(answerFailure': '[SEC-086]',
  "server/http/app.ts http.on('request'": 'all of the above',
}
