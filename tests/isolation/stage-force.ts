import { issuedText } from '#app/features/drafts/api.server.ts'
import {
  acceptLine,
  addContacts,
  changeOffer,
  issueStatement,
  lookAtLink,
  moveOffer,
  outreachBook,
  prepareOffer,
  recordContact,
  releaseOffer,
  releaseTotals,
  setCaveat,
  setCondition,
  setElement,
  setFund,
  setLine,
  setPhase,
  setStatement,
  strikeContactStep,
} from '#app/features/force/contract.ts'
import type { CaveatAudience, OfferAudience, OfferKind } from '#app/features/force/terms.ts'
import type { InputOf } from '#app/kernel/contract.ts'
import { must } from '#app/kernel/must.ts'
import { storeContext } from '#server/runtime.ts'
import { inTransaction } from '#server/store/transaction.ts'
import { reviewedBy } from '#tests/support/force.ts'
import type { WholeServer } from '#tests/support/whole-server.ts'
import { conference, type Reader, type Register, states } from './secrets.ts'

const delegates = [...states, 'secretariat'] as const
const noLink = { due: null, linkSymbol: null, linkBlockId: null, linkOfferId: null }
const everywhere = { sectors: [], startsOn: null, endsOn: null }

/** What an offer says as a whole, with nothing in it. */
export const nothingSaid: Omit<InputOf<typeof changeOffer>, 'offerId' | 'title'> = {
  note: null,
  financeMode: null,
  noticeDays: null,
  availableFrom: null,
  selfSustainmentDays: null,
  rotationMonths: null,
  handoverDays: null,
  attachedToId: null,
  fundId: null,
  instrument: null,
  currency: null,
  amount: null,
  earmark: null,
  measureUnit: null,
}

/** An element's fields, with nothing in it that anybody wrote. */
export const anElement: Omit<InputOf<typeof setElement>, 'serial' | 'name' | 'required'> = {
  capability: 'MANOEUVRE',
  sector: null,
  priority: 'ESSENTIAL',
  isCritical: false,
  isIndivisible: false,
  maxContributors: 9,
  specification: null,
  note: null,
}

/** What is required, and offers of A to every circle there is, of B and of C; released totals, and the book of outreach. */
export async function stageForce(server: WholeServer, register: Register, linkSymbol: string) {
  const { secret } = register
  const generator = await server.as('generator')
  const phaseOf = async (name: string, ceiling: number, targetDate: string) =>
    (await generator.mutate(setPhase, { name, ceiling, targetDate, ioc: null, foc: targetDate })).phaseId
  const title = secret('title of the statement of requirements', ...delegates)
  await generator.mutate(setStatement, { title, figures: 'CUMULATIVE_AT_MILESTONE' })
  const one = await phaseOf(secret('name of a phase whose totals were released', ...conference), 700, '2027-03-31')
  const nameOfTwo = secret('name of a phase', ...delegates)
  const two = await phaseOf(nameOfTwo, 1400, '2027-12-31')
  const required = (inOne: number, inTwo: number) => ({ [one]: inOne, [two]: inTwo })

  const battalionId = await element('an element that was released', conference, required(700, 700), 1)
  const funding = await generator.mutate(setFund, {
    name: secret('name of a fund', ...delegates),
    currency: 'XTS',
    target: '400000000.00',
  })
  const offers = await stageOffers(server, register, { battalionId, figures: required(20, 30), fundId: funding.fundId })
  const conditions = await stageConditions(server, register, offers, linkSymbol)
  const caveats = await stageCaveats(server, register, offers)

  const none = { keepsSurplus: false, decision: null }
  await generator.mutate(acceptLine, {
    offerId: offers.ofC,
    elementId: battalionId,
    accepted: required(20, 20),
    ...none,
  })
  await generator.mutate(acceptLine, {
    offerId: offers.toStates,
    elementId: battalionId,
    accepted: required(20, 20),
    keepsSurplus: false,
    decision: secret('decision on an acceptance', 'A', 'secretariat'),
  })
  await generator.mutate(releaseTotals, { phaseIds: [one], rows: 'ELEMENTS' })
  const hospitalId = await element('an element that was not released', delegates, required(0, 700), 2)
  await generator.mutate(issueStatement, { note: secret('note of an issued statement', ...delegates) })
  const reviewed = await reviewedOf(server, offers)
  const book = await outreach()
  return { one, two, nameOfTwo, battalionId, hospitalId, ...funding, offers, conditions, caveats, reviewed, ...book }

  async function element(what: string, readers: readonly Reader[], figures: Record<string, number>, serial: number) {
    const { elementId } = await generator.mutate(setElement, {
      ...anElement,
      serial,
      name: secret(`name of ${what}`, ...readers),
      sector: secret(`sector of ${what}`, ...delegates),
      specification: secret(`specification of ${what}`, ...delegates),
      note: secret(`note of ${what}`, ...delegates),
      required: figures,
    })
    return elementId
  }

  async function outreach() {
    const at = server.clock.now.toISOString()
    const basisReference = secret('démarche by which states were approached', 'secretariat')
    const names = `Iskandra\n${secret('name of a state that was approached', 'secretariat')}`
    await generator.mutate(addContacts, { names, at, basisKind: 'LETTER', basisReference })
    const { contacts } = await generator.ask(outreachBook, {})
    const contact = must(contacts.find(({ delegationId }) => delegationId === server.delegation('IKD')))
    const { contactId } = contact
    const note = secret('note on a state that was approached', 'secretariat')
    const spoken = { contactId, status: 'INTERESTED', at, basisKind: 'ORAL_STATEMENT', basisReference: null } as const
    await generator.mutate(recordContact, { ...spoken, note })
    const mistaken = secret('note of an entry that was struck', 'secretariat')
    await generator.mutate(recordContact, { ...spoken, status: 'DECLINED', note: mistaken })
    const entries = (await generator.ask(outreachBook, {})).contacts.flatMap(({ steps }) => steps)
    const entryId = (wanted: string) => must(entries.find((entry) => entry.note === wanted)).stepId
    const [stepId, struckStepId] = [entryId(note), entryId(mistaken)]
    await generator.mutate(strikeContactStep, { stepId: struckStepId })
    return { contactId, stepId, struckStepId }
  }
}

interface Needs {
  readonly battalionId: string
  readonly figures: Record<string, number>
  readonly fundId: string
}

async function stageOffers(server: WholeServer, { secret }: Register, { battalionId, figures, fundId }: Needs) {
  const { as } = server

  /** An offer with a word in all it says. */
  async function prepared(code: string, what: string, readers: readonly Reader[], kind: OfferKind = 'TROOPS') {
    const drafter = await as(`${code}.${code === 'MQS' ? 'head' : 'drafter'}`)
    const title = secret(`title of ${what}`, ...readers)
    const { offerId } = await drafter.mutate(prepareOffer, { kind, title })
    const note = secret(`note of ${what}`, ...readers)
    const isMoney = kind === 'FUNDING'
    const money = { fundId, instrument: 'TRUST_FUND', currency: 'XTS', amount: '80000000.00' } as const
    await drafter.mutate(changeOffer, {
      offerId,
      title,
      ...nothingSaid,
      note,
      ...(isMoney ? { ...money, earmark: secret(`earmark of ${what}`, ...readers) } : {}),
      ...(kind === 'TRAINING'
        ? { measures: figures, measureUnit: secret(`unit of the measures of ${what}`, ...readers) }
        : {}),
    })
    if (kind === 'TROOPS')
      await drafter.mutate(setLine, {
        offerId,
        elementId: battalionId,
        unit: secret(`unit of ${what}`, ...readers),
        isLead: false,
        note: secret(`note of the line of ${what}`, ...readers),
        offered: figures,
      })
    return offerId
  }

  async function released(
    code: string,
    what: string,
    readers: readonly Reader[],
    audience: OfferAudience,
    { kind = 'TROOPS', to = [] }: { readonly kind?: OfferKind; readonly to?: readonly string[] } = {},
  ) {
    const offerId = await prepared(code, what, readers, kind)
    const head = await as(`${code}.head`)
    await head.mutate(releaseOffer, {
      offerId,
      reviewed: await reviewedBy(head, offerId),
      audience,
      recipientIds: to.map((each) => server.delegation(each)),
      status: 'PLEDGED',
      basisKind: 'LETTER',
      basisReference: secret(`letter of ${what}`, ...readers),
    })
    return offerId
  }

  const withdrawn = await released('IKD', 'a withdrawn offer', delegates, 'STATES')
  await (await as('IKD.head')).mutate(moveOffer, {
    offerId: withdrawn,
    to: 'WITHDRAWN',
    basisKind: 'NOTICE',
    basisReference: secret('notice of a withdrawn offer', ...delegates),
    note: secret('reason of a withdrawn offer', ...delegates),
  })
  return {
    own: await prepared('IKD', 'an offer of A', ['A']),
    toSecretariat: await released('IKD', 'an offer of A to the secretariat', ['A', 'secretariat'], 'SECRETARIAT'),
    named: await released('IKD', 'an offer of A to B', ['A', 'B', 'secretariat'], 'NAMED', { to: ['ESM'] }),
    toStates: await released('IKD', 'an offer of A to states', delegates, 'STATES'),
    toAll: await released('IKD', 'an offer of A to all', delegates, 'ALL'),
    withdrawn,
    ownOfB: await prepared('ESM', 'an offer of B', ['B']),
    money: await released('ESM', 'money of B', delegates, 'STATES', { kind: 'FUNDING' }),
    training: await released('ESM', 'training by B', ['B', 'secretariat'], 'SECRETARIAT', { kind: 'TRAINING' }),
    ofC: await released('MQS', 'an offer of C to the secretariat', ['C', 'secretariat'], 'SECRETARIAT'),
  }
}

type Offers = Awaited<ReturnType<typeof stageOffers>>

/** What their heads would say that they looked at, of the offers that others try to release, too. */
async function reviewedOf(server: WholeServer, offers: Offers): Promise<Partial<Record<keyof Offers, string>>> {
  const [a, b] = [await server.as('IKD.head'), await server.as('ESM.head')]
  return {
    own: await reviewedBy(a, offers.own),
    named: await reviewedBy(a, offers.named),
    ownOfB: await reviewedBy(b, offers.ownOfB),
  }
}

async function stageConditions(server: WholeServer, { secret }: Register, offers: Offers, linkSymbol: string) {
  const head = await server.as('IKD.head')
  const text = must(
    await inTransaction(server.database, storeContext(head.actor), (tx) => issuedText(tx, head.actor, linkSymbol)),
  )
  const onText = { ...noLink, linkSymbol, linkBlockId: must(text.paragraphs[0]).blockId }
  const condition = async (what: string, readers: readonly Reader[], offerId: string, link: Partial<typeof onText>) => {
    const words = secret(`condition ${what}`, ...readers)
    return (await head.mutate(setCondition, { offerId, text: words, ...noLink, ...link })).conditionId
  }
  const ofOwn = await condition('of an offer of A', ['A'], offers.own, onText)
  const ofStates = await condition('on a text', delegates, offers.toStates, onText)
  await head.mutate(lookAtLink, { conditionId: ofStates })
  const onOffer = { linkOfferId: offers.named } as unknown as typeof onText
  const ofNamed = await condition('of an offer of A to B', ['A', 'B', 'secretariat'], offers.named, {})
  return { ofOwn, ofStates, ofNamed, onNamed: await condition('on an offer', delegates, offers.toStates, onOffer) }
}

async function stageCaveats(server: WholeServer, { secret }: Register, { own, ownOfB, toStates }: Offers) {
  const caveat = async (
    code: string,
    what: string,
    readers: readonly Reader[],
    offerId: string,
    to: CaveatAudience,
  ) => {
    const head = await server.as(`${code}.head`)
    const { caveatId } = await head.mutate(setCaveat, {
      offerId,
      category: 'GEOGRAPHIC',
      effect: 'PROHIBITION',
      text: secret(`limit ${what}`, ...readers),
      ...everywhere,
      sectors: [secret(`sector of the limit ${what}`, ...readers)],
      audience: to,
      recipientIds: to === 'NAMED' ? [server.delegation('ESM')] : [],
    })
    return caveatId
  }
  return {
    ofOwn: await caveat('IKD', 'of an offer of A', ['A'], own, 'STATES'),
    none: await caveat('IKD', 'that A keeps', ['A'], toStates, 'NONE'),
    secretariat: await caveat('IKD', 'to the secretariat', ['A', 'secretariat'], toStates, 'SECRETARIAT'),
    // Of C troops are accepted, which it offered to the secretariat alone; B brings none.
    contributors: await caveat('IKD', 'to contributors', ['A', 'C', 'secretariat'], toStates, 'CONTRIBUTORS'),
    named: await caveat('IKD', 'to B', ['A', 'B', 'secretariat'], toStates, 'NAMED'),
    states: await caveat('IKD', 'to states', delegates, toStates, 'STATES'),
    ofB: await caveat('ESM', 'of an offer of B', ['B'], ownOfB, 'NONE'),
  }
}

export type ForceStage = Awaited<ReturnType<typeof stageForce>>
