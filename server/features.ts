import { agendaMutations } from '#app/features/agenda/mutations.server.ts'
import { agendaQueries } from '#app/features/agenda/queries.server.ts'
import { memberJoined } from '#app/features/conference/joined.server.ts'
import { conferenceMutations } from '#app/features/conference/mutations.server.ts'
import { conferenceQueries } from '#app/features/conference/queries.server.ts'
import { draftDocument } from '#app/features/drafts/document.server.ts'
import { draftMutations } from '#app/features/drafts/mutations.server.ts'
import { draftQueries } from '#app/features/drafts/queries.server.ts'
import { forceMutations } from '#app/features/force/mutations.server.ts'
import { forceQueries } from '#app/features/force/queries.server.ts'
import { identityFeature } from '#app/features/identity/feature.server.ts'
import { createPasswords } from '#app/features/identity/passwords.server.ts'
import { importMutations } from '#app/features/imports/mutations.server.ts'
import { importQueries } from '#app/features/imports/queries.server.ts'
import { minutesDocument } from '#app/features/minutes/document.server.ts'
import { minutesMutations } from '#app/features/minutes/mutations.server.ts'
import { minutesQueries } from '#app/features/minutes/queries.server.ts'
import { noteDocument } from '#app/features/notes/document.server.ts'
import { noteMutations } from '#app/features/notes/mutations.server.ts'
import { noteQueries } from '#app/features/notes/queries.server.ts'
import { createRegistry, type Feature } from './registry.ts'

const identity = identityFeature({ passwords: createPasswords(), onJoined: memberJoined })

/** Every capability of the product, a line each. */
const features: Feature[] = [
  identity,
  { mutations: conferenceMutations, queries: conferenceQueries },
  { mutations: agendaMutations, queries: agendaQueries },
  { mutations: noteMutations, queries: noteQueries, documents: [noteDocument] },
  { mutations: draftMutations, queries: draftQueries, documents: [draftDocument] },
  { mutations: importMutations, queries: importQueries },
  { mutations: forceMutations, queries: forceQueries },
  { mutations: minutesMutations, queries: minutesQueries, documents: [minutesDocument] },
]

export const registry = createRegistry(features)
