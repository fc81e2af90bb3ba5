import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDelegation } from '#app/features/conference/contract.ts'
import { confirmImport, importPreview, importStart, receiveImport } from '#app/features/imports/contract.ts'
import { exampleFile } from '#app/features/imports/example-file.ts'
import { newId } from '#app/kernel/ids.server.ts'
import { must } from '#app/kernel/must.ts'
import { aFile, sendFile, sendTables } from '#tests/support/imports.ts'
import { refusal } from '#tests/support/refusal.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const table = 'Code,Name\nZMR,Zembria\nTLV,Tallavera\n'
/** Other words in the files than those that were looked at: whoever reads them again sees these. */
const overwrite = (uploadId: string, text: string) =>
  world.database.prisma.importUpload.update({
    where: { id: uploadId },
    data: { files: [{ part: 'delegations', name: 'delegations.csv', text }] },
  })
const statesIn = async (uploadId: string) =>
  (await (await world.as('organiser')).ask(importPreview, { uploadId })).counts.states

test('[IM-14] files are read once, and again only when the conference is otherwise', async () => {
  const organiser = await world.as('organiser')
  const { uploadId, counts } = await sendTables(organiser, { delegations: table })
  expect(counts.states).toBe(2)
  await overwrite(uploadId, 'Code,Name\nZMR,Zembria\n')
  expect(await statesIn(uploadId)).toBe(2)
  await organiser.mutate(addDelegation, {
    names: { en: 'Tallavera' },
    timeZone: 'Europe/Rome',
    categories: [],
    code: 'TLV',
    kind: 'STATE',
  })
  expect(await statesIn(uploadId)).toBe(1)
})

test('[IM-14] [IM-2] what is confirmed is judged by the conference as it is then', async () => {
  const organiser = await world.as('organiser')
  const { uploadId, problems } = await sendTables(organiser, { delegations: 'Code,Name\nQQR,Quaridor\n' })
  expect(problems).toEqual([])
  await organiser.mutate(addDelegation, {
    names: { en: 'Quaridor' },
    timeZone: 'Europe/Rome',
    categories: [],
    code: 'QQR',
    kind: 'STATE',
  })
  const now = await organiser.ask(importPreview, { uploadId })
  expect(now.problems.map(({ code }) => code)).toEqual(['imports/code-taken'])
  await expect(organiser.mutate(confirmImport, { uploadId })).rejects.toThrow(refusal('imports/still-to-correct'))
})

test('[IM-14] what an earlier version of the product kept is read again', async () => {
  const { uploadId } = await sendTables(await world.as('organiser'), { delegations: 'Code,Name\nVVR,Vavaria\n' })
  for (const checked of [{}, { counts: { states: 9 } }]) {
    await world.database.prisma.importUpload.update({ where: { id: uploadId }, data: { checked } })
    expect(await statesIn(uploadId)).toBe(1)
  }
})

test('[IM-14] [IM-4] what no database keeps is shown as a sign of it, in the row where it stands', async () => {
  const organiser = await world.as('organiser')
  const personId = world.person('organiser')
  await world.database.prisma.person.update({ where: { id: personId }, data: { isOrganiser: true } })
  for (const [code, shown] of [
    ['I\u0000D!', 'I\ufffdD!'],
    ['I\ud800D!', 'I\ufffdD!'],
    [`I${'😀'.repeat(150)}`, `I${'😀'.repeat(99)}…`],
  ] as const) {
    const file = structuredClone(exampleFile)
    Object.assign(must(file.delegations?.[0]), { code })
    const { problems } = await sendFile(organiser, file)
    expect(problems).toContainEqual(expect.objectContaining({ column: 'delegations[0].code', value: shown }))
  }
})

test('[IM-8] who may not import is refused before a file is read', async () => {
  const head = await world.as('IKD.head')
  const unreadable = { ...aFile('delegations', table), bytes: new Uint8Array([0x50, 0x4b, 3, 4]) }
  await expect(head.mutate(receiveImport, { into: 'CURRENT', files: [unreadable] })).rejects.toMatchObject({
    kind: 'missing',
  })
})

test('[IM-7] the way back names the files and what was typed', async () => {
  const organiser = await world.as('organiser')
  const { uploadId } = await sendTables(organiser, { delegations: table })
  const { pending } = await organiser.ask(importStart, {})
  expect(pending).toMatchObject({ uploadId, files: ['delegations.csv'], typed: null })
})

test('[IM-7] files for a conference in which one does not act now are offered there, not here', async () => {
  const organiser = await world.as('organiser')
  const { uploadId } = await sendTables(organiser, { delegations: table })
  await world.database.prisma.importUpload.update({ where: { id: uploadId }, data: { conferenceId: newId() } })
  expect((await organiser.ask(importStart, {})).pending).toBeNull()
})
