import { delegationsOf } from '#app/features/conference/api.server.ts'
import { DomainError, missing } from '#app/kernel/errors.ts'
import type { Work } from '#app/kernel/work.server.ts'
import type { OfferRow } from './offer-store.server.ts'

/** Whom an offer or a caveat names: states at the table other than the own one. Throws `missing` for anybody else. */
export async function recipientsOf(
  { tx }: Work,
  offer: Pick<OfferRow, 'conferenceId' | 'delegationId'>,
  wanted: readonly string[],
): Promise<string[]> {
  const states = (await delegationsOf(tx, offer.conferenceId)).filter(({ kind }) => kind === 'STATE')
  const ids = wanted.filter((id) => id !== offer.delegationId)
  if (ids.some((id) => !states.some((state) => state.id === id))) throw missing()
  if (ids.length === 0)
    throw new DomainError('conflict', 'force/name-recipients', 'Choose at least one delegation that shall see it.')
  return ids
}
