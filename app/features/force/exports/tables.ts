import type { PhaseBalance } from '#app/features/force/balance.ts'
import { type BoardFacts, isConditional } from '#app/features/force/board.ts'
import type { Offer } from '#app/features/force/contract.ts'
import { figureOf } from '#app/features/force/figures.ts'
import type { Words } from '#app/i18n/words.ts'

export type Cell = string | number | null
export type Rows = readonly (readonly Cell[])[]

interface Export {
  readonly words: Pick<Words, 't'>
  readonly facts: BoardFacts
  /** A delegation's name in the reader's language. */
  readonly nameOf: (delegationId: string) => string
}

/** What every export says first: what it is, of whose view, as of when, and how it may be handled (EC-80). */
export interface Heading {
  readonly title: string
  readonly reader: string
  readonly asOf: string
  readonly marking: string
}

export const headed = ({ title, reader, asOf, marking }: Heading, rows: Rows): Rows => [
  [title, reader, asOf, marking],
  [],
  ...rows,
]

/** Required, filled and missing, element by element and in all, of what the reader may see. */
export function balanceTable({ words: { t }, facts }: Export, balances: readonly PhaseBalance[]): Rows {
  const columns = ['required', 'filled', 'firm', 'conditional', 'indicated', 'gap', 'surplus'] as const
  const headings = facts.phases.flatMap(({ name }) =>
    columns.map((column) => `${name}: ${t(`forcePictures.${column}`)}`),
  )
  const first = [t('forces.serial'), t('forces.element'), t('forces.byOf.capability'), t('forces.byOf.sector')]
  return [
    [...first, t('forcePictures.critical'), ...headings],
    ...facts.elements.map((element) => [
      element.serial,
      element.name,
      t(`forces.capability.${element.capability}`),
      element.sector,
      element.isCritical ? 'x' : null,
      ...balances.flatMap(({ elements }) => columns.map((column) => elements.get(element.elementId)?.[column] ?? 0)),
    ]),
    [
      null,
      t('forces.total'),
      null,
      null,
      null,
      ...balances.flatMap(({ total }) => columns.map((column) => total[column])),
    ],
  ]
}

/** A row for each line of an offer in sight; what has no lines has one row. */
export function offersTable({ words, facts, nameOf }: Export): Rows {
  const { t } = words
  const figures = facts.phases.flatMap(({ name }) => [
    `${name}: ${t('forces.offered')}`,
    `${name}: ${t('forces.accepted')}`,
  ])
  return [
    [
      t('forces.byOf.state'),
      t('forces.offer'),
      t('forces.kindOf'),
      t('forces.standing'),
      t('forces.conditions'),
      t('forces.availableFrom'),
      t('forces.element'),
      t('forces.unitOf'),
      ...figures,
      t('forces.currency'),
      t('forcePictures.amount'),
      t('forces.measure'),
    ],
    ...facts.offers.flatMap((offer) => rowsOf(offer, { words, facts, nameOf })),
  ]
}

function rowsOf(offer: Offer, { words: { t }, facts, nameOf }: Export): Rows {
  const open = offer.conditions.filter(({ status }) => status === 'OPEN').map(({ text }) => text)
  const common = [
    nameOf(offer.delegationId),
    offer.title,
    t(`forces.kind.${offer.kind}`),
    t(`forces.status.${offer.status}`),
    isConditional(offer) ? open.join('; ') : null,
    offer.availableFrom,
  ]
  const support = [offer.money?.currency ?? null, offer.money?.amount ?? null, offer.measureUnit]
  if (offer.lines.length === 0) {
    const { measures } = offer
    const figures = facts.phases.flatMap(({ phaseId }) => [measures ? figureOf(measures, phaseId) : null, null])
    return [[...common, null, null, ...figures, ...support]]
  }
  return offer.lines.map((line) => [
    ...common,
    facts.elements.find(({ elementId }) => elementId === line.elementId)?.name ?? null,
    line.unit,
    ...facts.phases.flatMap(({ phaseId }) => [figureOf(line.offered, phaseId), figureOf(line.accepted, phaseId)]),
    ...support,
  ])
}
