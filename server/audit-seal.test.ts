import { describe, expect, test } from 'vitest'
import { chainStart } from './audit.ts'
import { keyIdOf, type Seal, seal, verifySeals } from './audit-seal.ts'

const [key, newKey] = ['q7Zt0cXw3nJv9KpL2mRs8bYd4fHg6aEu', 'Lw8Xc2Vn5Bq1Zt7Yp4Rs9Kd3Fg6Hj0Ma']

/** Seals ten minutes apart, each over one more line of one chain. */
function seals(length: number, keyOf: (number: number) => string = () => key): Seal[] {
  const made: Seal[] = []
  for (let number = 1; number <= length; number++) {
    const heads = [{ scope: 'conference:1', place: number, hash: String(number).repeat(64).slice(0, 64) }]
    const at = new Date(Date.UTC(2026, 9, 21, 12, number * 10))
    made.push(seal(keyOf(number), { number, at, heads, previous: made.at(-1)?.mac ?? chainStart }))
  }
  return made
}
const noteOf = ({ number, mac }: Seal) => ({ number, mac })
const faultsOf = (made: readonly Seal[], note: ReturnType<typeof noteOf> | null = null, keys = [key]) =>
  verifySeals(made, keys, note).faults.map((each) => `${each.seal} ${each.fault}`)
const [first, second, third] = seals(3) as [Seal, Seal, Seal]

describe('[SEC-104] seals show what was done to them', () => {
  test('[SEC-104] untouched ones vouch for the last lines they name', () => {
    const { faults, kept } = verifySeals([first, second, third], [key], noteOf(third))
    expect(faults).toEqual([])
    expect(kept).toEqual([...first.heads, ...second.heads, ...third.heads])
  })

  test.each<[string, Partial<Seal>]>([
    ['the time', { at: new Date(0) }],
    ['the lines', { heads: [{ scope: 'conference:1', place: 2, hash: 'f'.repeat(64) }] }],
    ['the seal itself', { mac: '0'.repeat(64) }],
  ])('[SEC-104] a seal with %s changed, which vouches for nothing', (_name, change) => {
    const { faults, kept } = verifySeals([first, { ...second, ...change }, third], [key], null)
    expect(faults[0]).toEqual({ seal: 2, fault: 'changed' })
    expect(kept).not.toContainEqual(second.heads[0])
  })

  test('[SEC-104] who does not hold the key cannot make one', () => {
    const forged = seal(newKey, { ...second, heads: [] })
    expect(faultsOf([first, forged])).toEqual(['2 under a key that is not here'])
    expect(faultsOf([first, { ...forged, keyId: keyIdOf(key) }])).toEqual(['2 changed'])
  })

  test('[SEC-104] one removed, all removed, one taken out of its order', () => {
    expect(faultsOf([first, third])).toEqual(['2 missing'])
    expect(faultsOf([first, second], noteOf(third))).toEqual(['3 cut'])
    expect(faultsOf([], noteOf(third))).toEqual(['3 cut'])
    const [, other] = seals(2, () => newKey) as [Seal, Seal]
    expect(faultsOf([first, other, third], null, [key, newKey])).toEqual(['2 out of order', '3 out of order'])
  })

  test('[SEC-104] an older copy of the database that went on differently is told apart by the note', () => {
    const elsewhere = seal(key, { ...third, at: new Date(0) })
    expect(faultsOf([first, second, elsewhere], noteOf(third))).toEqual(['3 changed'])
  })

  test('[SEC-109] after a change of keys the old one still proves what it sealed', () => {
    const changed = seals(4, (number) => (number < 3 ? key : newKey))
    expect(faultsOf(changed, null, [newKey, key])).toEqual([])
    expect(faultsOf(changed, null, [newKey])).toEqual([
      '1 under a key that is not here',
      '2 under a key that is not here',
    ])
  })

  test('[SEC-109] what names a key does not give it away', () => {
    expect(keyIdOf(key)).toMatch(/^[0-9a-f]{16}$/)
    expect(JSON.stringify(seals(2))).not.toContain(key)
  })
})
