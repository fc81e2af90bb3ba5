import { expect, test } from 'vitest'
import { must } from '#app/kernel/must.ts'
import { choiceRefusal, firstStatuses, mayReleaseNow, releaseChoice } from './release-choice.ts'

const search = (text: string) => releaseChoice(new URLSearchParams(text))
const whole = 'reviewed=H&audience=STATES&status=PLEDGED&basisKind=ORAL_STATEMENT&basisReference=+Statement+1+'
const fresh = { status: 'INDICATED', isReleased: false, reviewMark: 'H' } as const
const released = { status: 'PLEDGED', isReleased: true, reviewMark: 'H' } as const

test('what was chosen comes from the address, and half a choice is none', () => {
  expect(search(whole)).toEqual({
    audience: 'STATES',
    recipientIds: [],
    reviewed: 'H',
    status: 'PLEDGED',
    basisKind: 'ORAL_STATEMENT',
    basisReference: 'Statement 1',
  })
  expect(search('reviewed=H&status=PLEDGED')).toBeNull()
  expect(search(whole.replace('PLEDGED', 'PROMISED'))?.status).toBeNull()
})

test('[FS-21] delegations are named only where it is released to those that are named, each once', () => {
  expect(search(`${whole}&recipientIds=a`)?.recipientIds).toEqual([])
  const named = must(search(`${whole.replace('STATES', 'NAMED')}&recipientIds=a&recipientIds=a&recipientIds=b`))
  expect(named.recipientIds).toEqual(['a', 'b'])
  expect(choiceRefusal(fresh, named)).toBeNull()
  expect(choiceRefusal(fresh, { ...named, recipientIds: [] })).toMatchObject({
    field: 'recipientIds',
    decision: { code: 'force/name-recipients' },
  })
})

test('[FS-12] a first release begins on a basis, and what lacks is said beside its field', () => {
  const chosen = must(search(whole))
  const codeOf = (status: (typeof firstStatuses)[number] | null, more: Partial<typeof chosen> = {}) => {
    const refused = choiceRefusal(fresh, { ...chosen, status, ...more })
    return refused && [refused.field, refused.decision.code]
  }
  expect(codeOf('PLEDGED')).toBeNull()
  expect(codeOf(null)).toEqual(['status', 'force/say-status'])
  expect(codeOf('WITHDRAWN')).toEqual(['status', 'force/not-an-offer'])
  expect(codeOf('COMMITTED')).toEqual(['basisKind', 'force/commitment-needs-document'])
  expect(codeOf('COMMITTED', { basisKind: 'LETTER', basisReference: '' })).toEqual([
    'basisReference',
    'force/basis-needs-reference',
  ])
  expect(firstStatuses).toEqual(['INTERESTED', 'INDICATED', 'PLEDGED', 'COMMITTED', 'DEPLOYED'])
})

test('[FS-31] a later release asks for readers alone, and there is none of an offer that is over', () => {
  const readers = must(search('reviewed=H&audience=ALL'))
  expect(choiceRefusal(released, readers)).toBeNull()
  expect(mayReleaseNow(released, readers).ok).toBe(true)
  expect(mayReleaseNow({ ...released, status: 'WITHDRAWN' }, readers)).toMatchObject({ code: 'force/offer-is-over' })
})

test('[FS-30] what is another offer than the one that was looked at is not released', () => {
  const chosen = must(search(whole))
  expect(search(whole.replace('reviewed=H&', ''))).toBeNull()
  expect(mayReleaseNow(fresh, chosen).ok).toBe(true)
  expect(mayReleaseNow({ ...fresh, reviewMark: 'I' }, chosen)).toMatchObject({ code: 'force/changed-since-reviewed' })
})
