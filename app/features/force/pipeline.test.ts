import { describe, expect, test } from 'vitest'
import { type BasisKind, basesOf, endings, isCounted, isOver, mayBecome, type OfferStatus, steps } from './pipeline.ts'

const on = (kind: BasisKind, reference: string | null = 'NV/12') => ({ kind, reference })
const refusal = (from: OfferStatus, to: OfferStatus, basis = on(basesOf(to)[0] ?? 'NOTICE')) => {
  const decision = mayBecome(from, to, basis)
  return decision.ok ? null : 'code' in decision ? decision.code : 'missing'
}

test('[FS-2] pledged, committed and deployed count, nothing else', () => {
  expect([...steps, ...endings].filter(isCounted)).toEqual(['PLEDGED', 'COMMITTED', 'DEPLOYED'])
})

describe('[FS-12] the steps of the pipeline', () => {
  const ways = steps.flatMap((from) =>
    [...steps, ...endings].filter((to) => to !== from).map((to) => [from, to] as const),
  )
  test.each(ways)('[FS-12] %s may become %s, on its usual basis', (from, to) => expect(refusal(from, to)).toBeNull())

  test('[FS-12] a step to where it is already is refused', () => {
    expect(refusal('PLEDGED', 'PLEDGED')).toBe('force/same-status')
  })

  test('[FS-12] [EC-85] committed without its document is refused, by speech and without a name', () => {
    expect(refusal('PLEDGED', 'COMMITTED', on('ORAL_STATEMENT'))).toBe('force/commitment-needs-document')
    expect(refusal('PLEDGED', 'COMMITTED', on('STATEMENT'))).toBe('force/commitment-needs-document')
    expect(refusal('PLEDGED', 'COMMITTED', on('LETTER', null))).toBe('force/basis-needs-reference')
    expect(refusal('PLEDGED', 'COMMITTED', on('MOU', 'HNS-MOU 2'))).toBeNull()
  })

  test('[FS-12] deployed rests on the transfer of authority alone', () => {
    expect(refusal('COMMITTED', 'DEPLOYED', on('LETTER'))).toBe('force/wrong-basis')
    expect(refusal('COMMITTED', 'DEPLOYED', on('TOA_MESSAGE', null))).toBe('force/basis-needs-reference')
  })
})

test.each(endings)('[FS-11] an offer that is %s is over, and becomes nothing else', (ending) => {
  expect(isOver(ending)).toBe(true)
  for (const to of [...steps, ...endings]) expect(refusal(ending, to)).toBe('force/offer-is-over')
})
