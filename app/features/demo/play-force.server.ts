import { tabledList, tabledView } from '#app/features/drafts/contract.ts'
import {
  acceptLine,
  addContacts,
  changeOffer,
  issueStatement,
  moveCaveat,
  moveOffer,
  offerView,
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
  settleCondition,
} from '#app/features/force/contract.ts'
import { paragraphsOf } from '#app/features/force/offers/text-paragraphs.ts'
import { must } from '#app/kernel/must.ts'
import { shiftedDate } from './clock.ts'
import forceJson from './force.json'
import { type ForceStory, forceStory, type StoryOffer } from './force-story.ts'
import type { Scene } from './scene.server.ts'
import type { StoryEvent } from './stage.ts'

/** What is played of the force, checked. */
export const readForceStory = (): ForceStory => forceStory.parse(forceJson)

/** What the events of the force need of each other: ids by the names that the story gives things. */
interface Known {
  readonly phases: string[]
  readonly elements: Map<string, string>
  readonly offers: Map<string, string>
  fundId: string
}

/** The requirement, the offers with what was accepted of them, the outreach, and the totals that observers were told. */
export function forceEvents(scene: Scene): StoryEvent[] {
  const story = readForceStory()
  const known: Known = { phases: [], elements: new Map(), offers: new Map(), fundId: '' }
  return [
    { at: story.openedAt, act: () => openStatement(scene, story, known) },
    {
      at: story.issuedAt,
      act: async () => void (await (await officer(scene)).mutate(issueStatement, { note: null })),
    },
    ...outreachEvents(scene, story),
    ...story.offers.flatMap((offer) => offerEvents(scene, story, known, offer)),
    ...story.links.map((link) => ({ at: link.at, act: () => hangOnText(scene, known, link) })),
    {
      at: story.totalsAt,
      act: async () => {
        const phaseIds = known.phases.slice(0, 1)
        await (await officer(scene)).mutate(releaseTotals, { phaseIds, rows: 'CAPABILITIES' })
      },
    },
  ]
}

/** The conference has no force generation officer: its organiser keeps the requirement. */
const officer = ({ stage }: Scene) => stage.as('SEC-14')

async function openStatement(scene: Scene, story: ForceStory, known: Known): Promise<void> {
  const generator = await officer(scene)
  await generator.mutate(setStatement, { title: story.title, figures: story.figures })
  for (const { name, ceiling, ...dates } of story.phases) {
    const [targetDate, ioc, foc] = [dates.targetDate, dates.ioc, dates.foc].map((date) => moved(scene, date))
    const phase = { name, ceiling, targetDate: must(targetDate), ioc: must(ioc), foc: must(foc) }
    known.phases.push((await generator.mutate(setPhase, phase)).phaseId)
  }
  for (const { ref, required, ...element } of story.elements) {
    const fields = { ...element, isIndivisible: false, note: null, required: byPhase(known, required) }
    known.elements.set(ref, (await generator.mutate(setElement, fields)).elementId)
  }
  known.fundId = (await generator.mutate(setFund, story.fund)).fundId
}

function outreachEvents(scene: Scene, story: ForceStory): StoryEvent[] {
  const { approachedAt, others, declined, declinedAt, interested } = story.outreach
  const atTheTable = scene.stateNames
  const record = async (name: string, status: 'DECLINED' | 'INTERESTED', at: string, note: string | null) => {
    const generator = await officer(scene)
    const { contacts } = await generator.ask(outreachBook, {})
    const { contactId } = must(contacts.find((contact) => contact.name === name))
    const basis = { basisKind: 'ORAL_STATEMENT', basisReference: null } as const
    await generator.mutate(recordContact, { contactId, status, at: scene.time(at), ...basis, note })
  }
  return [
    {
      at: approachedAt,
      act: async () => {
        const names = [...atTheTable, ...others, ...declined].join('\n')
        const basis = { basisKind: 'DEMARCHE', basisReference: null } as const
        await (await officer(scene)).mutate(addContacts, { names, at: scene.time(approachedAt), ...basis })
      },
    },
    ...declined.map((name) => ({ at: declinedAt, act: () => record(name, 'DECLINED', declinedAt, null) })),
    ...interested.map(({ name, at, note }) => ({ at, act: () => record(name, 'INTERESTED', at, note) })),
  ]
}

function offerEvents(scene: Scene, story: ForceStory, known: Known, offer: StoryOffer): StoryEvent[] {
  const offerId = () => must(known.offers.get(offer.ref))
  const head = () => scene.stage.as(`${offer.of}-01`)
  const { withdrawn } = offer
  return [
    { at: offer.at, act: () => prepareAndRelease(scene, known, offer) },
    ...(offer.lines.some(({ accepted }) => accepted.some((figure) => figure > 0))
      ? [{ at: story.acceptedAt, act: () => accept(scene, known, offer) }]
      : []),
    ...offer.caveats.map((caveat) => ({
      at: story.caveatsAt,
      act: async () => {
        const { status, ...said } = caveat
        const caller = await head()
        const { caveatId } = await caller.mutate(setCaveat, {
          offerId: offerId(),
          ...said,
          startsOn: null,
          endsOn: null,
          audience: 'CONTRIBUTORS',
          recipientIds: [],
        })
        if (status !== 'DECLARED') await caller.mutate(moveCaveat, { caveatId, status })
      },
    })),
    ...(withdrawn
      ? [
          {
            at: withdrawn.at,
            act: async () => {
              const basis = { basisKind: 'ORAL_STATEMENT', basisReference: null } as const
              await (await head()).mutate(moveOffer, {
                offerId: offerId(),
                to: 'WITHDRAWN',
                ...basis,
                note: withdrawn.note,
              })
            },
          },
        ]
      : []),
  ]
}

async function prepareAndRelease(scene: Scene, known: Known, offer: StoryOffer): Promise<void> {
  const { stage } = scene
  const writer = await stage.as(offer.by ?? `${offer.of}-01`)
  const { offerId } = await writer.mutate(prepareOffer, { kind: offer.kind, title: offer.title })
  known.offers.set(offer.ref, offerId)
  const [noticeDays, availableFrom, selfSustainmentDays, rotationMonths] = offer.readiness ?? [null, null, null, null]
  const { money, measures } = offer
  await writer.mutate(changeOffer, {
    offerId,
    title: offer.title,
    note: offer.note,
    financeMode: offer.finance,
    noticeDays,
    availableFrom: availableFrom && moved(scene, availableFrom),
    selfSustainmentDays,
    rotationMonths,
    handoverDays: null,
    attachedToId: offer.attachedTo ? must(known.offers.get(offer.attachedTo)) : null,
    fundId: money ? known.fundId : null,
    instrument: money ? 'TRUST_FUND' : null,
    currency: money ? 'XTS' : null,
    amount: money?.amount ?? null,
    earmark: money?.earmark ?? null,
    ...(measures ? { measures: byPhase(known, measures.figures) } : {}),
    measureUnit: measures?.unit ?? null,
  })
  for (const { element, offered, isLead } of offer.lines) {
    const elementId = must(known.elements.get(element))
    const said = { unit: null, isLead, note: null }
    await writer.mutate(setLine, { offerId, elementId, ...said, offered: byPhase(known, offered) })
  }
  for (const { text, due, status } of offer.conditions) {
    const link = { linkSymbol: null, linkBlockId: null, linkOfferId: null }
    const { conditionId } = await writer.mutate(setCondition, { offerId, text, due: due && moved(scene, due), ...link })
    if (status !== 'OPEN') await writer.mutate(settleCondition, { conditionId, status, note: null })
  }
  const { status, basis, reference } = offer
  if (status && basis) {
    const basisOf = { basisKind: basis, basisReference: reference }
    const reviewed = must((await writer.ask(offerView, { offerId })).reviewMark)
    await writer.mutate(releaseOffer, { offerId, audience: 'ALL', recipientIds: [], reviewed, status, ...basisOf })
  }
}

async function hangOnText(scene: Scene, known: Known, { offer, text }: ForceStory['links'][number]): Promise<void> {
  const offerId = must(known.offers.get(offer))
  const state = must(readForceStory().offers.find(({ ref }) => ref === offer)).of
  const head = await scene.stage.as(`${state}-01`)
  const { texts } = await head.ask(tabledList, {})
  const { symbol } = must(texts.find(({ title }) => title === text))
  const { content } = await head.ask(tabledView, { symbol })
  const { blockId } = must(paragraphsOf(content)[0])
  const { conditions } = await head.ask(offerView, { offerId })
  const { conditionId, text: words, due } = must(conditions[0])
  const link = { linkSymbol: symbol, linkBlockId: blockId, linkOfferId: null }
  await head.mutate(setCondition, { offerId, conditionId, text: words, due, ...link })
}

async function accept(scene: Scene, known: Known, offer: StoryOffer): Promise<void> {
  const generator = await officer(scene)
  for (const { element, accepted } of offer.lines) {
    await generator.mutate(acceptLine, {
      offerId: must(known.offers.get(offer.ref)),
      elementId: must(known.elements.get(element)),
      accepted: byPhase(known, accepted),
      keepsSurplus: false,
      decision: null,
    })
  }
}

const byPhase = ({ phases }: Known, [one, two]: readonly [number, number]): Record<string, number> => ({
  [must(phases[0])]: one,
  [must(phases[1])]: two,
})

/** A calendar date as far away as it was in the story (DM-3). */
const moved = ({ shiftMs }: Scene, date: string): string => shiftedDate(date, shiftMs)
