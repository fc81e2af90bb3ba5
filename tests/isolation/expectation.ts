import { isDomainError, type Refusal } from '#app/kernel/errors.ts'
import type { Player } from './cast.ts'
import type { Stage } from './stage.ts'

/**
 * What somebody gets. `missing` is the one answer for what is not there and what is none of one's business; `no` says
 * why one may not; `not now` that one might, if things stood otherwise; `invalid` that one may, and typed nonsense.
 */
export type Outcome = 'yes' | 'missing' | 'sign in' | 'choose' | `no: ${string}` | `not now: ${string}` | 'invalid'

export const yes = 'yes'
export const no = (code: string): Outcome => `no: ${code}`
export const notNow = (code: string): Outcome => `not now: ${code}`

/** By group, or by names of players with a comma between them. A name says more than its group. */
export type May = Readonly<Record<string, Outcome | undefined>>

interface Expecting<Some extends string> {
  readonly name: string
  readonly about: string
  readonly may: Readonly<Record<string, Some | Outcome | undefined>>
}

export interface Row {
  /** The name of a query or a mutation. */
  readonly name: string
  /** What it is asked about: `a position of A`. */
  readonly about: string
  readonly input: (stage: Stage) => Readonly<Record<string, unknown>>
  /** Whoever is not named here gets `missing`; whoever is not signed in, is sent to sign in. */
  readonly may: May
}

export const row = (name: string, about: string, input: Row['input'], may: May): Row => ({ name, about, input, may })

export function expected<Some extends string>({ may }: Expecting<Some>, { name, group }: Player): Some | Outcome {
  for (const [names, outcome] of Object.entries(may)) {
    if (outcome && names.split(',').includes(name)) return outcome
  }
  return may[group] ?? (group === 'stranger' ? 'sign in' : group === 'idle' ? 'choose' : 'missing')
}

export function outcomeOf({ kind, code }: Pick<Refusal, 'kind' | 'code'>): Outcome {
  if (kind === 'missing') return 'missing'
  if (kind === 'signed-out') return 'sign in'
  if (code === 'no-capacity') return 'choose'
  if (kind === 'invalid') return 'invalid'
  return kind === 'denied' ? no(code) : notNow(code)
}

/** What came of it; anything but a refusal of ours is a bug and stays one. */
export async function outcomeIn(act: () => Promise<unknown>): Promise<Outcome> {
  try {
    await act()
    return yes
  } catch (error) {
    if (isDomainError(error)) return outcomeOf(error)
    throw error
  }
}

/** Lines that say who got what instead of what; none when all is as it should be. */
export function differences<Some extends string>(
  found: readonly { readonly player: Player; readonly row: Expecting<Some>; readonly got: string }[],
): string[] {
  return found.flatMap(({ player, row, got }) => {
    const wanted = expected(row, player)
    return got === wanted ? [] : [`${player.name}: ${row.name} of ${row.about}: expected "${wanted}", got "${got}"`]
  })
}
