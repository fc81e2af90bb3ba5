import {
  type BasisKind,
  basisKinds,
  isOver,
  mayBegin,
  type OfferStatus,
  statuses,
} from '#app/features/force/pipeline.ts'
import { type OfferAudience, offerAudiences } from '#app/features/force/terms.ts'
import { allowed, type Decision, notNow } from '#app/kernel/policy.ts'

/** What the head chose in the second step of a release, as the address carries it to the third. */
export interface ReleaseChoice {
  readonly audience: OfferAudience
  readonly recipientIds: readonly string[]
  /** Of the offer as the first step showed it (FS-30). */
  readonly reviewed: string
  /** Of a first release; a later one leaves the status as it is (FS-31). */
  readonly status: OfferStatus | null
  readonly basisKind: BasisKind | null
  readonly basisReference: string
}

const oneOf = <Word extends string>(words: readonly Word[], given: string | null): Word | null =>
  words.find((word) => word === given) ?? null

/** Null while it was not chosen who sees it, or nothing was looked at. */
export function releaseChoice(search: URLSearchParams): ReleaseChoice | null {
  const audience = oneOf(offerAudiences, search.get('audience'))
  const reviewed = search.get('reviewed')
  if (!audience || !reviewed) return null
  return {
    audience,
    recipientIds: audience === 'NAMED' ? [...new Set(search.getAll('recipientIds'))] : [],
    reviewed,
    status: oneOf(statuses, search.get('status')),
    basisKind: oneOf(basisKinds, search.get('basisKind')),
    basisReference: (search.get('basisReference') ?? '').trim().slice(0, 200),
  }
}

interface Released {
  readonly status: OfferStatus
  readonly isReleased: boolean
  readonly reviewMark: string | null
}

type Refused = Extract<Decision, { readonly code: string }>

/** What in a choice is refused, and beside which field of the second step that is said. */
export interface ChoiceRefusal {
  readonly field: 'recipientIds' | 'status' | 'basisKind' | 'basisReference'
  readonly decision: Refused
}

const refusedAt = (field: ChoiceRefusal['field'], decision: Decision): ChoiceRefusal | null =>
  'code' in decision ? { field, decision } : null

/** FS-12, FS-21: asked before the third step, and by the server once more. */
export function choiceRefusal({ isReleased }: Pick<Released, 'isReleased'>, chosen: ReleaseChoice) {
  if (chosen.audience === 'NAMED' && chosen.recipientIds.length === 0)
    return refusedAt(
      'recipientIds',
      notNow('force/name-recipients', 'Choose at least one delegation that shall see the offer.'),
    )
  if (isReleased) return null
  const { status, basisKind, basisReference } = chosen
  if (!status || !basisKind)
    return refusedAt(
      'status',
      notNow('force/say-status', 'Say with which status it is released, and what that rests on.'),
    )
  const decision = mayBegin(status, { kind: basisKind, reference: basisReference || null })
  if (!('code' in decision)) return null
  const fields = { 'force/basis-needs-reference': 'basisReference', 'force/not-an-offer': 'status' } as const
  const field = Object.entries(fields).find(([code]) => code === decision.code)?.[1]
  return refusedAt(field ?? 'basisKind', decision)
}

/** Whether it can be released now, as it was looked at (FS-30); the server asks the same again. */
export function mayReleaseNow({ status, reviewMark }: Released, { reviewed }: ReleaseChoice): Decision {
  if (isOver(status)) return notNow('force/offer-is-over', 'This offer is over. To come back, make a new one.')
  return reviewed === reviewMark
    ? allowed
    : notNow(
        'force/changed-since-reviewed',
        'A colleague changed this offer after you looked at it. Look at it again, then release it.',
      )
}

/** The statuses with which an offer may be released for the first time. */
export const firstStatuses: readonly OfferStatus[] = statuses.filter(
  (status) => !isOver(status) && status !== 'APPROACHED',
)
