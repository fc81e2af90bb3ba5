import { all, allowed, type Decision, notNow } from '#app/kernel/policy.ts'

/** From the first démarche to the force in its area, in that order. */
export const steps = ['APPROACHED', 'INTERESTED', 'INDICATED', 'PLEDGED', 'COMMITTED', 'DEPLOYED'] as const
export const endings = ['DECLINED', 'WITHDRAWN', 'ENDED'] as const
export const statuses = [...steps, ...endings] as const
export type OfferStatus = (typeof statuses)[number]

const counted: readonly OfferStatus[] = ['PLEDGED', 'COMMITTED', 'DEPLOYED']

/** Whether what is accepted of it fills the requirement (FS-2). */
export const isCounted = (status: OfferStatus): boolean => counted.includes(status)

/** Whether it is over (FS-11). */
export const isOver = (status: OfferStatus): boolean => endings.some((ending) => ending === status)

export const basisKinds = ['DEMARCHE', 'ORAL_STATEMENT', 'STATEMENT', 'LETTER', 'MOU', 'TOA_MESSAGE', 'NOTICE'] as const
export type BasisKind = (typeof basisKinds)[number]

/** What a status rests on: a kind of instrument and, for a document, how it is called. */
export interface Basis {
  readonly kind: BasisKind
  readonly reference: string | null
}

const restsOn: Readonly<Record<OfferStatus, readonly BasisKind[]>> = {
  APPROACHED: ['DEMARCHE', 'ORAL_STATEMENT', 'LETTER'],
  INTERESTED: ['ORAL_STATEMENT', 'STATEMENT', 'LETTER'],
  INDICATED: ['ORAL_STATEMENT', 'STATEMENT', 'LETTER'],
  PLEDGED: ['ORAL_STATEMENT', 'STATEMENT', 'LETTER', 'MOU'],
  COMMITTED: ['LETTER', 'MOU'],
  DEPLOYED: ['TOA_MESSAGE'],
  DECLINED: ['ORAL_STATEMENT', 'STATEMENT', 'LETTER', 'NOTICE'],
  WITHDRAWN: ['ORAL_STATEMENT', 'STATEMENT', 'LETTER', 'NOTICE'],
  ENDED: ['LETTER', 'TOA_MESSAGE', 'NOTICE'],
}

/** The instruments on which a status may rest, the usual one first. */
export const basesOf = (status: OfferStatus): readonly BasisKind[] => restsOn[status]

const documents: readonly BasisKind[] = ['LETTER', 'MOU', 'TOA_MESSAGE']

/**
 * Whether an offer may go from one status to another on this basis (FS-11, FS-12). Forward, backward and over steps in
 * between; a commitment without its document is refused (EC-85).
 */
export const mayBecome = (from: OfferStatus, to: OfferStatus, basis: Basis): Decision =>
  all(goesOn(from, to), rests(to, basis))

/** Whether an offer may be shown for the first time with this status on this basis (FS-12): not as one that is over. */
export const mayBegin = (status: OfferStatus, basis: Basis): Decision =>
  all(
    isOver(status) || status === 'APPROACHED'
      ? notNow('force/not-an-offer', 'An offer begins as interest, an indication, a pledge or more.', { status })
      : allowed,
    rests(status, basis),
  )

function goesOn(from: OfferStatus, to: OfferStatus): Decision {
  if (isOver(from))
    return notNow('force/offer-is-over', 'This offer is over. To come back, make a new one.', { status: from })
  return from === to ? notNow('force/same-status', 'The offer has this status already.', { status: to }) : allowed
}

function rests(to: OfferStatus, { kind, reference }: Basis): Decision {
  if (!restsOn[to].includes(kind))
    return to === 'COMMITTED'
      ? notNow(
          'force/commitment-needs-document',
          'A commitment rests on a letter of commitment or a memorandum of understanding. Name the document.',
        )
      : notNow('force/wrong-basis', 'This status cannot rest on that. Choose another basis.', {
          status: to,
          basis: kind,
        })
  return documents.includes(kind) && !reference
    ? notNow('force/basis-needs-reference', 'Say how the document is called: its symbol, number or date.', {
        basis: kind,
      })
    : allowed
}
