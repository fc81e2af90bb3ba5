import type { Acting, Role } from '#app/kernel/actor.ts'
import { all, allowed, type Decision, denied, hidden, notNow } from '#app/kernel/policy.ts'

type Who = Pick<Acting, 'conferenceId' | 'side' | 'role' | 'rights' | 'delegationId' | 'readSince'>

/** An offer as its visibility is decided on (FS-21). */
export interface OfferCircle {
  readonly conferenceId: string
  readonly delegationId: string
  /** `NONE` until it is released. */
  readonly audience: string
  readonly recipientIds: readonly string[]
}

/** A caveat's readers are among those of its offer. */
export interface CaveatCircle {
  readonly delegationId: string
  readonly declaredAt: Date
  readonly audience: string
  readonly recipientIds: readonly string[]
}

const generators: readonly Role[] = ['FORCE_GENERATION_OFFICER', 'ORGANISER']

const notTheForceGenerator = denied(
  'force/not-the-force-generator',
  'The force generation officer and the organiser keep the requirement and accept offers. You can follow it here.',
)

/** The board and the requirement, at the table; observers read released totals. */
export const mayReadForce = ({ side }: Pick<Who, 'side'>): Decision => (side === 'observer' ? hidden : allowed)

/** Requirement, acceptance, released totals. */
export const mayGenerateForce = ({ side, role }: Pick<Who, 'side' | 'role'>): Decision => {
  if (side === 'observer') return hidden
  return generators.includes(role) ? allowed : notTheForceGenerator
}

/** The book of who was approached: the secretariat alone knows that it is kept (EC-71, FS-18). */
export const mayReadOutreach = ({ side }: Pick<Who, 'side'>): Decision => (side === 'secretariat' ? allowed : hidden)
export const mayKeepOutreach = (acting: Pick<Who, 'side' | 'role'>): Decision =>
  all(mayReadOutreach(acting), mayGenerateForce(acting))

export const mayPrepareOffer = ({ side, delegationId, rights }: Who): Decision => {
  if (side !== 'state' || !delegationId) return hidden
  return rights.includes('EDIT_DELEGATION')
    ? allowed
    : denied('force/no-right-to-edit', 'Your head of delegation has not given you the right to edit.')
}

export function mayReadOffer(acting: Who, offer: OfferCircle): Decision {
  if (acting.conferenceId !== offer.conferenceId) return hidden
  if (acting.delegationId === offer.delegationId) return allowed
  if (offer.audience === 'NONE') return hidden
  if (acting.side === 'secretariat') return allowed
  if (acting.side !== 'state' || !acting.delegationId) return hidden
  if (offer.audience === 'STATES' || offer.audience === 'ALL') return allowed
  return offer.audience === 'NAMED' && offer.recipientIds.includes(acting.delegationId) ? allowed : hidden
}

/** EC-10, FS-39: a delegation that was admitted later reads the force as it stands, and of what went before nothing. */
const wasThere = ({ readSince }: Pick<Who, 'readSince'>, at: Date): boolean =>
  readSince === null || at.toISOString() >= readSince

/** What happened to an offer is read by whoever could read it when it happened (FS-29). */
export const mayReadStep = (
  acting: Who,
  offer: OfferCircle,
  { audience, recipientIds, at }: Pick<OfferCircle, 'audience' | 'recipientIds'> & { readonly at: Date },
): Decision =>
  wasThere(acting, at) || acting.delegationId === offer.delegationId
    ? mayReadOffer(acting, { ...offer, audience, recipientIds })
    : hidden

/** A version of the statement; the latest is in force for everybody at the table. */
export const mayReadIssue = (acting: Who, { issuedAt, isLatest }: { issuedAt: Date; isLatest: boolean }): Decision =>
  all(mayReadForce(acting), isLatest || wasThere(acting, issuedAt) ? allowed : hidden)

/** `isContributor`: something that the reader's delegation offers is accepted, which nobody does alone (FS-25). */
export function mayReadCaveat(acting: Who, caveat: CaveatCircle, isContributor: boolean): boolean {
  if (acting.delegationId === caveat.delegationId) return true
  if (caveat.audience === 'NONE') return false
  if (acting.side === 'secretariat') return true
  if (acting.side !== 'state' || !acting.delegationId) return false
  if (!wasThere(acting, caveat.declaredAt)) return false
  if (caveat.audience === 'STATES') return true
  if (caveat.audience === 'CONTRIBUTORS') return isContributor
  return caveat.audience === 'NAMED' && caveat.recipientIds.includes(acting.delegationId)
}

/** Release, withdrawal, and every change of what others see already (FS-23). */
export function mayPledge({ side, role, rights }: Pick<Who, 'side' | 'role' | 'rights'>): Decision {
  if (side !== 'state') return hidden
  if (role === 'HEAD') return allowed
  if (role !== 'DEPUTY_HEAD')
    return denied(
      'force/head-releases',
      'Only the head of delegation can show an offer to others or change one that others see, or a deputy to whom the head has given the right.',
    )
  return rights.includes('PLEDGE')
    ? allowed
    : denied('force/deputy-without-right', 'Your head of delegation has not given you the right to pledge.')
}

const ownOffer = (acting: Who, offer: OfferCircle): Decision =>
  acting.delegationId === offer.delegationId
    ? allowed
    : denied('force/not-your-offer', 'Only the delegation whose offer this is can change it.')

/** While it is private by whoever may edit for the delegation; afterwards by the head. */
export const mayChangeOffer = (acting: Who, offer: OfferCircle): Decision =>
  all(
    mayReadOffer(acting, offer),
    ownOffer(acting, offer),
    mayPrepareOffer(acting),
    offer.audience === 'NONE' ? allowed : mayPledge(acting),
  )

export const mayReleaseOffer = (acting: Who, offer: OfferCircle): Decision =>
  all(mayReadOffer(acting, offer), ownOffer(acting, offer), mayPledge(acting))

export const mayDiscardOffer = (acting: Who, offer: OfferCircle): Decision =>
  all(
    mayReadOffer(acting, offer),
    ownOffer(acting, offer),
    mayPrepareOffer(acting),
    offer.audience === 'NONE'
      ? allowed
      : notNow('force/released-already', 'Others have seen this offer. Withdraw it: its history stays.'),
  )

/** The own head, or the force generator who writes down what a state has told. */
export function mayMoveOffer(acting: Who, offer: OfferCircle): Decision {
  const may = acting.side === 'secretariat' ? mayGenerateForce(acting) : all(ownOffer(acting, offer), mayPledge(acting))
  return all(mayReadOffer(acting, offer), may, isReleased(offer))
}

export const mayAcceptOffer = (acting: Who, offer: OfferCircle): Decision =>
  all(mayReadOffer(acting, offer), mayGenerateForce(acting), isReleased(offer))

const isReleased = ({ audience }: OfferCircle): Decision =>
  audience === 'NONE' ? notNow('force/not-released', 'This offer has not been released. Release it first.') : allowed

/** Its own head says what became of a condition, or the force generator who was told. */
export function maySettleCondition(acting: Who, offer: OfferCircle): Decision {
  if (offer.audience === 'NONE') return mayChangeOffer(acting, offer)
  const may = acting.side === 'secretariat' ? mayGenerateForce(acting) : all(ownOffer(acting, offer), mayPledge(acting))
  return all(mayReadOffer(acting, offer), may)
}

/** A caveat's circle is its own: whoever may edit adds one that only the delegation sees; what others see is the head's. */
export const mayChangeCaveat = (acting: Who, offer: OfferCircle, audiences: readonly string[]): Decision =>
  all(
    mayReadOffer(acting, offer),
    ownOffer(acting, offer),
    mayPrepareOffer(acting),
    offer.audience !== 'NONE' && audiences.some((audience) => audience !== 'NONE') ? mayPledge(acting) : allowed,
  )
