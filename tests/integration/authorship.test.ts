import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNote } from '#app/features/notes/contract.ts'
import { inTransaction } from '#server/store/transaction.ts'
import { aDocument } from '#tests/builders/documents.ts'
import { anItem } from '#tests/support/agenda.ts'
import { refusal } from '#tests/support/refusal.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { write } from '#tests/support/writing.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

/** In a transaction that row-level security takes for this seat's. */
const writtenAs = (seat: 'IKD.head' | 'ESM.head', documentId: string) =>
  inTransaction(
    world.database,
    {
      side: 'state',
      conferenceId: world.conferenceId,
      delegationId: world.delegation(seat.slice(0, 3)),
      personId: world.person(seat),
      accreditationId: world.accreditation(seat),
    },
    (tx) => world.documents.written(tx, documentId),
  )

test('[SEC-068] [ED-8] a note shows to its delegation who wrote which words, as the server issued their ids', async () => {
  const { itemId } = await anItem(world)
  const { documentId } = await (await world.as('IKD.drafter')).mutate(openNote, { itemId, scope: 'DELEGATION' })
  await write(world, 'IKD.drafter', documentId, aDocument('Line to take.'))
  await write(world, 'IKD.notetaker', documentId, aDocument('Ask the capital.'))
  const runs = (await writtenAs('IKD.head', documentId)).flatMap((block) => block.runs)
  expect(runs).toContainEqual({ text: 'Line to take.', authorId: world.accreditation('IKD.drafter') })
  expect(runs).toContainEqual({ text: 'Ask the capital.', authorId: world.accreditation('IKD.notetaker') })
  await expect(writtenAs('ESM.head', documentId)).rejects.toEqual(refusal('missing'))
})
