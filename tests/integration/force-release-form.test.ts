import { afterAll, beforeAll, expect, test } from 'vitest'
import { offerView } from '#app/features/force/contract.ts'
import { must } from '#app/kernel/must.ts'
import * as release from '#app/routes/forces.offer.release.tsx'
import * as offer from '#app/routes/forces.offer.tsx'
import { registry } from '#server/features.ts'
import { forceIn, reviewedBy } from '#tests/support/force.ts'
import { identityWorld } from '#tests/support/identity.ts'
import { aVisitor } from '#tests/support/request-context.ts'
import { testPassword } from '#tests/support/seats.ts'

let world: Awaited<ReturnType<typeof identityWorld>>
let force: Awaited<ReturnType<typeof forceIn>>
let battalion: string
beforeAll(async () => {
  world = await identityWorld(registry)
  force = await forceIn(world)
  battalion = await force.anElement([700, 700])
})
afterAll(() => world.close())

async function aHeadWithAForm() {
  const offerId = await force.anOffer({ to: battalion, offered: [90, 90] })
  const visitor = aVisitor(world)
  const signedIn = await world.signIn('IKD.head')
  if (signedIn.outcome !== 'signed-in') throw new Error('nobody signed in')
  visitor.jar.set('__Host-session', signedIn.token)
  const form = {
    intent: 'force.releaseOffer',
    acting: world.accreditation('IKD.head'),
    once: `release of ${offerId}`,
    offerId,
    audience: 'STATES',
    reviewed: await reviewedBy(await world.as('IKD.head'), offerId),
    status: 'PLEDGED',
    basisKind: 'ORAL_STATEMENT',
    password: testPassword,
  }
  const path = `/forces/offers/${offerId}/release?step=3`
  const send = (fields: Readonly<Record<string, string>> = form) =>
    visitor.call(release.action, path, { form: fields, params: { offerId } })
  return { offerId, visitor, form, path, send }
}

test('[SEC-018] a release that is sent twice happens once, and both posts get its receipt', async () => {
  const { offerId, visitor, send } = await aHeadWithAForm()
  const cookie = must(visitor.jar.get('__Host-session'))
  const first = await send()
  expect(first.headers.get('Location')).toBe(`/forces/offers/${offerId}?receipt=1`)
  // The second click: the browser does not know yet that the first one gave the login a new token.
  const renewed = visitor.jar.get('__Host-session')
  expect(renewed).not.toBe(cookie)
  visitor.jar.set('__Host-session', cookie)
  const second = await send()
  expect([second.status, second.headers.get('Location')]).toEqual([first.status, first.headers.get('Location')])
  expect(visitor.jar.get('__Host-session')).toBe(renewed)
  const { steps } = await (await world.as('IKD.head')).ask(offerView, { offerId })
  expect(steps.filter(({ kind }) => kind === 'RELEASED')).toHaveLength(1)
})

test('[SEC-018] two clicks at the same moment are one release', async () => {
  const { offerId, send } = await aHeadWithAForm()
  const answers = await Promise.all([send(), send()])
  expect(answers.map(({ headers }) => headers.get('Location'))).toEqual(
    Array(2).fill(`/forces/offers/${offerId}?receipt=1`),
  )
  const { steps } = await (await world.as('IKD.head')).ask(offerView, { offerId })
  expect(steps.filter(({ kind }) => kind === 'RELEASED')).toHaveLength(1)
})

test('[SEC-041] whoever is not signed in is sent to sign in and back, and another form with a dead token is nobody’s', async () => {
  const { visitor, form, path, send } = await aHeadWithAForm()
  visitor.jar.set('__Host-session', 'a token that is dead')
  const toSignIn = `/sign-in?next=${encodeURIComponent(path)}`
  expect((await send()).headers.get('Location')).toBe(toSignIn)
  visitor.jar.clear()
  expect((await send()).headers.get('Location')).toBe(toSignIn)
  expect((await send({ ...form, password: '' })).headers.get('Location')).toBe(toSignIn)
})

test('[SEC-039] a wrong password is refused beside its field, and the right one is taken after it', async () => {
  const { offerId, form, send } = await aHeadWithAForm()
  const refused = await send({ ...form, password: 'not this one' })
  expect(refused.status).toBe(422)
  expect(await refused.json()).toMatchObject({ ok: false, refusal: { fields: [{ path: 'password' }] } })
  expect((await send()).headers.get('Location')).toBe(`/forces/offers/${offerId}?receipt=1`)
})

test('two colleagues in one offer: the form says what of a colleague it replaced, with and without a script', async () => {
  const { offerId, visitor } = await aHeadWithAForm()
  const seen = { text: 'A vote', due: null, linkSymbol: null, linkBlockId: null, linkOfferId: null }
  const send = async (fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) => {
    const form = { intent: 'force.setCondition', acting: world.accreditation('IKD.head'), offerId, ...fields }
    return visitor.call(offer.action, `/forces/offers/${offerId}`, { form, params: { offerId }, headers })
  }
  const { output } = await (await send({ text: 'A vote' })).json()
  const { conditionId } = output
  await send({ conditionId, text: 'Two votes' })
  const before = JSON.stringify(seen)
  const typed = { conditionId, text: 'Three votes', before }
  expect((await (await send(typed)).json()).output).toEqual({ conditionId, overwritten: ['text'] })
  const plain = await send({ ...typed, text: 'Four votes' }, { 'Sec-Fetch-Dest': 'document' })
  expect(plain.headers.get('Location')).toBe(`/forces/offers/${offerId}?overwritten=text`)
})
