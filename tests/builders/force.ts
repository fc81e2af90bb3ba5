import type { Requirement } from '#app/features/force/balance.ts'
import { type Figures, none } from '#app/features/force/figures.ts'
import type { OfferStatus } from '#app/features/force/pipeline.ts'
import type { StandingOffer } from '#app/features/force/scenario.ts'
import type { Capability, OfferKind } from '#app/features/force/terms.ts'

/** The demonstration's phases, with their ceilings: persons, all ranks. */
export const demonstrationPhases = [
  { phaseId: 'PH1', ceiling: 5_000 },
  { phaseId: 'PH2', ceiling: 10_000 },
] as const

const inPhases = (PH1: number, PH2: number): Figures => ({ PH1, PH2 })

type ElementRow = readonly [serial: number, capability: Capability, sector: string | null, PH1: number, PH2: number]

const elementRows: readonly ElementRow[] = [
  [1, 'HQ', null, 240, 340],
  [2, 'CIS', null, 260, 420],
  [3, 'HQ', 'SOUTH', 110, 110],
  [4, 'MANOEUVRE', 'SOUTH', 700, 700],
  [5, 'MANOEUVRE', 'SOUTH', 700, 700],
  [6, 'MANOEUVRE', 'CENTRE', 700, 700],
  [7, 'MANOEUVRE', 'CENTRE', 0, 1_400],
  [8, 'MANOEUVRE', 'NORTH', 0, 1_510],
  [9, 'RESERVE', null, 280, 480],
  [10, 'ENGINEER', null, 420, 800],
  [11, 'EOD', null, 180, 320],
  [12, 'MEDICAL_R2', null, 140, 210],
  [13, 'MEDICAL_R3', null, 0, 180],
  [14, 'LOGISTICS', null, 480, 860],
  [15, 'AVIATION', null, 150, 270],
  [16, 'MILITARY_POLICE', null, 360, 620],
  [17, 'CIMIC', null, 120, 180],
  [18, 'ISR', null, 160, 200],
]

/** Its 18 elements; figures are cumulative. */
export const demonstrationElements: readonly (Requirement & { readonly capability: Capability })[] = elementRows.map(
  ([serial, capability, sector, PH1, PH2]) => ({
    elementId: elementIdOf(serial),
    capability,
    sector,
    required: inPhases(PH1, PH2),
  }),
)

function elementIdOf(serial: number): string {
  return `FE-${String(serial).padStart(2, '0')}`
}

/** What an offer brings to the element of that serial; what is accepted is all of it unless it says less. */
const brings = (serial: number, offered: Figures, accepted = offered): StandingOffer['lines'][number] => ({
  elementId: elementIdOf(serial),
  offered,
  accepted,
})

interface OfferRow {
  readonly kind?: OfferKind
  readonly status?: OfferStatus
  readonly open?: readonly string[]
  readonly met?: readonly string[]
}

const offers = (delegationId: string, lines: StandingOffer['lines'], row: OfferRow = {}): StandingOffer => ({
  delegationId,
  kind: row.kind ?? 'TROOPS',
  status: row.status ?? 'PLEDGED',
  lines,
  conditions: [
    ...(row.open ?? []).map((conditionId) => ({ conditionId, status: 'OPEN' as const })),
    ...(row.met ?? []).map((conditionId) => ({ conditionId, status: 'MET' as const })),
  ],
})
const committed = { status: 'COMMITTED' } as const

/** Its 28 offers of troops and police. */
export const demonstrationOffers: readonly StandingOffer[] = [
  offers('ESM', [brings(1, inPhases(120, 150)), brings(2, inPhases(160, 200))], committed),
  offers('ESM', [brings(18, inPhases(100, 120))]),
  offers('NRV', [brings(1, inPhases(20, 30)), brings(2, inPhases(60, 80))], committed),
  offers('STG', [brings(1, inPhases(4, 4))], committed),
  offers('ADR', [brings(3, inPhases(80, 80))], { open: ['CD-001'] }),
  offers('IKD', [brings(4, inPhases(700, 700)), brings(10, inPhases(120, 240))]),
  offers('IKD', [brings(7, inPhases(0, 700))], { open: ['CD-002', 'CD-003'] }),
  offers('TMR', [brings(5, inPhases(550, 550))]),
  offers('CSR', [brings(5, inPhases(150, 150))], { met: ['CD-004'] }),
  offers('ZMR', [brings(6, inPhases(300, 500))]),
  offers('DRV', [brings(6, inPhases(280, 280), none)], { status: 'WITHDRAWN' }),
  offers('MQS', [brings(8, inPhases(0, 700))], { open: ['CD-005'] }),
  offers('MQS', [brings(16, inPhases(180, 240), inPhases(140, 200))], { kind: 'POLICE' }),
  offers('BVR', [brings(11, inPhases(90, 160))], committed),
  offers('BVR', [brings(17, inPhases(40, 60))]),
  offers('LRV', [brings(10, inPhases(60, 160))]),
  offers('LRV', [brings(12, inPhases(70, 105))], committed),
  offers('QSR', [brings(12, inPhases(70, 105))], committed),
  offers('QSR', [brings(13, inPhases(0, 120), none)], { status: 'INDICATED' }),
  offers('KSR', [brings(14, inPhases(160, 260))]),
  offers('HSP', [brings(14, inPhases(110, 160))], { open: ['CD-006'] }),
  offers('RSV', [brings(9, inPhases(140, 200))]),
  offers('JVL', [brings(9, inPhases(0, 120))]),
  offers('PLD', [brings(15, inPhases(60, 120))], { open: ['CD-007'] }),
  offers('WTH', [brings(16, inPhases(60, 60))], { kind: 'POLICE' }),
  offers('GLD', [brings(16, inPhases(80, 120), none)], { kind: 'POLICE', status: 'INDICATED' }),
  offers('FNM', [brings(17, inPhases(20, 30))]),
  offers('ETS', [brings(7, inPhases(0, 350))], { open: ['CD-008'] }),
]
