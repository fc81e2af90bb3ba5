import { describe, expect, test } from 'vitest'
import { auditHash, chainStart } from './audit.ts'
import { type AuditRow, type ChainHead, verifyChains } from './audit-chain.ts'

function chain(scope: string, length: number): AuditRow[] {
  const rows: AuditRow[] = []
  for (let place = 1; place <= length; place++) {
    const line = {
      scope,
      place,
      conferenceId: 'conference',
      at: new Date(Date.UTC(2026, 9, 21, 12, place)),
      actor: 'head-of-norway',
      login: null,
      act: 'agenda.openItem',
      detail: { itemId: `item ${place}`, step: 'OPEN' },
      requestId: null,
      previous: rows.at(-1)?.hash ?? chainStart,
    }
    rows.push({ ...line, hash: auditHash(line) })
  }
  return rows
}

async function* each(rows: readonly AuditRow[]) {
  yield* rows
}
const faultsOf = async (rows: readonly AuditRow[], kept: readonly ChainHead[] = []) =>
  (await verifyChains(each(rows), kept)).faults.map(({ place, fault }) => `${place} ${fault}`)

const changed = (rows: AuditRow[], place: number, change: Partial<AuditRow>) =>
  rows.map((row) => (row.place === place ? { ...row, ...change } : row))

describe('[SEC-104] the audit trail shows what was done to it', () => {
  test('[SEC-104] an untouched trail of several chains has no fault, and says where each ends', async () => {
    const [conference, norway] = [chain('conference:1', 3), chain('delegation:norway', 2)]
    const { lines, heads, faults } = await verifyChains(each([...conference, ...norway]))
    expect([lines, faults]).toEqual([5, []])
    expect(heads).toEqual([
      { scope: 'conference:1', place: 3, hash: conference[2]?.hash },
      { scope: 'delegation:norway', place: 2, hash: norway[1]?.hash },
    ])
  })

  test.each<[string, Partial<AuditRow>]>([
    ['the detail', { detail: { itemId: 'item 2', step: 'CLOSED' } }],
    ['the actor', { actor: 'head-of-chile' }],
    ['the time', { at: new Date(0) }],
    ['the act', { act: 'agenda.closeItem' }],
    ['the request', { requestId: 'x' }],
    ['the conference', { conferenceId: null }],
  ])('[SEC-104] a line with %s changed', async (_name, change) => {
    expect(await faultsOf(changed(chain('c', 3), 2, change))).toEqual(['2 changed'])
  })

  test('[SEC-104] a line changed together with its own hash', async () => {
    const forged = chain('c', 3).map((row) => {
      if (row.place !== 2) return row
      const { hash: _, ...line } = { ...row, actor: 'head-of-chile' }
      return { ...line, hash: auditHash(line) }
    })
    expect(await faultsOf(forged)).toEqual(['3 out of order'])
  })

  test('[SEC-104] a line removed, an inserted one and re-ordered ones', async () => {
    const rows = chain('c', 4)
    expect(await faultsOf(rows.filter(({ place }) => place !== 2))).toEqual(['2 missing'])
    const inserted = rows.flatMap((row) =>
      row.place === 2 ? [row, { ...row, place: 3 }] : [row.place > 2 ? { ...row, place: row.place + 1 } : row],
    )
    expect(await faultsOf(inserted)).not.toEqual([])
    const swapped = rows
      .map((row) => (row.place === 2 ? { ...row, place: 3 } : row.place === 3 ? { ...row, place: 2 } : row))
      .sort((a, b) => a.place - b.place)
    expect(await faultsOf(swapped)).not.toEqual([])
  })

  test('[SEC-104] lines cut off the beginning, and with a kept head off the end', async () => {
    const rows = chain('c', 4)
    const head = { scope: 'c', place: 4, hash: rows[3]?.hash ?? '' }
    expect(await faultsOf(rows.slice(1))).toContain('1 missing')
    expect(await faultsOf(rows.slice(0, 3), [head])).toEqual(['4 cut'])
    expect(await faultsOf([], [head])).toEqual(['4 cut'])
    expect(await faultsOf(rows, [head])).toEqual([])
  })

  test('[SEC-104] a trail written anew from the beginning does not match a kept head', async () => {
    const head = { scope: 'c', place: 3, hash: chain('c', 3)[2]?.hash ?? '' }
    const anew: AuditRow[] = []
    for (const row of chain('c', 4)) {
      const { hash: _, ...line } = { ...row, actor: 'nobody', previous: anew.at(-1)?.hash ?? chainStart }
      anew.push({ ...line, hash: auditHash(line) })
    }
    expect(await faultsOf(anew)).toEqual([])
    expect(await faultsOf(anew, [head])).toEqual(['3 rewritten'])
  })
})
