import { expect, test } from 'vitest'
import { mayReleaseAs, releaseChoice, releaseStatuses } from './release-choice.ts'

const search = (text: string) => releaseChoice(new URLSearchParams(text))
const whole = 'audience=STATES&status=PLEDGED&basisKind=ORAL_STATEMENT&basisReference=+Statement+1+'
const fresh = { status: 'INDICATED', isReleased: false } as const

test('what was chosen comes from the address, and half a choice is none', () => {
  expect(search(whole)).toEqual({
    audience: 'STATES',
    recipientIds: [],
    status: 'PLEDGED',
    basisKind: 'ORAL_STATEMENT',
    basisReference: 'Statement 1',
  })
  expect(search('audience=STATES&status=PLEDGED')).toBeNull()
  expect(search(whole.replace('PLEDGED', 'PROMISED'))).toBeNull()
})

test('[FS-21] delegations are named only where it is released to those that are named, each once', () => {
  expect(search(`${whole}&recipientIds=a`)?.recipientIds).toEqual([])
  const named = search(`${whole.replace('STATES', 'NAMED')}&recipientIds=a&recipientIds=a&recipientIds=b`)
  expect(named?.recipientIds).toEqual(['a', 'b'])
  expect(named && mayReleaseAs(fresh, { ...named, recipientIds: [] })).toMatchObject({ code: 'force/name-recipients' })
})

test('[FS-12] a first release begins on a basis; a later one may leave the status as it is', () => {
  const chosen = search(whole)
  if (!chosen) throw new Error('nothing was chosen')
  expect(mayReleaseAs(fresh, chosen).ok).toBe(true)
  expect(mayReleaseAs({ status: 'PLEDGED', isReleased: true }, chosen).ok).toBe(true)
  expect(mayReleaseAs(fresh, { ...chosen, status: 'COMMITTED' })).toMatchObject({
    code: 'force/commitment-needs-document',
  })
  expect(mayReleaseAs(fresh, { ...chosen, status: 'WITHDRAWN' })).toMatchObject({ code: 'force/not-an-offer' })
  expect(releaseStatuses(fresh)).toEqual(['INTERESTED', 'INDICATED', 'PLEDGED', 'COMMITTED', 'DEPLOYED'])
  expect(releaseStatuses({ status: 'APPROACHED', isReleased: true })[0]).toBe('APPROACHED')
})
