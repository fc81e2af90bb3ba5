import {
  type BasisKind,
  basisKinds,
  isOver,
  mayBecome,
  mayBegin,
  type OfferStatus,
  statuses,
} from '#app/features/force/pipeline.ts'
import { type OfferAudience, offerAudiences } from '#app/features/force/terms.ts'
import { all, type Decision, notNow } from '#app/kernel/policy.ts'

/** What the head chose in the second step of a release, as the address carries it to the third. */
export interface ReleaseChoice {
  readonly audience: OfferAudience
  readonly recipientIds: readonly string[]
  readonly status: OfferStatus
  readonly basisKind: BasisKind
  readonly basisReference: string
}

const oneOf = <Word extends string>(words: readonly Word[], given: string | null): Word | undefined =>
  words.find((word) => word === given)

/** Null while a part of it was not chosen, or is not among what can be chosen. */
export function releaseChoice(search: URLSearchParams): ReleaseChoice | null {
  const audience = oneOf(offerAudiences, search.get('audience'))
  const status = oneOf(statuses, search.get('status'))
  const basisKind = oneOf(basisKinds, search.get('basisKind'))
  if (!audience || !status || !basisKind) return null
  return {
    audience,
    recipientIds: audience === 'NAMED' ? [...new Set(search.getAll('recipientIds'))] : [],
    status,
    basisKind,
    basisReference: (search.get('basisReference') ?? '').trim().slice(0, 200),
  }
}

interface Released {
  readonly status: OfferStatus
  readonly isReleased: boolean
}

/** Whether what was chosen can be released so (FS-12, FS-21); the server asks the same again. */
export function mayReleaseAs({ status, isReleased }: Released, chosen: ReleaseChoice): Decision {
  const basis = { kind: chosen.basisKind, reference: chosen.basisReference || null }
  const named =
    chosen.audience === 'NAMED' && chosen.recipientIds.length === 0
      ? notNow('force/name-recipients', 'Choose at least one delegation that shall see the offer.')
      : ({ ok: true } as const)
  if (!isReleased) return all(named, mayBegin(chosen.status, basis))
  return chosen.status === status ? named : all(named, mayBecome(status, chosen.status, basis))
}

/** The statuses with which an offer may be released: a first release begins, a later one may leave it where it is. */
export const releaseStatuses = ({ isReleased, status }: Released): OfferStatus[] =>
  statuses.filter((each) => (isReleased && each === status) || (!isOver(each) && each !== 'APPROACHED'))
