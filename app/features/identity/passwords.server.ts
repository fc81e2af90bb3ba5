import { hash, type Options, parseOptions, verify } from '@node-rs/argon2'
import { DomainError } from '#app/kernel/errors.ts'
import { normalPassword } from './password-rules.ts'

/** OWASP's floor for argon2id, the library's default algorithm: 19 MiB, two passes, one lane (SEC-034). */
export const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const satisfies Options

export interface Verdict {
  readonly matches: boolean
  /** The password under today's parameters, when the stored hash was made under others. */
  readonly rehashed: string | null
}

export interface Hashing {
  hash(password: string): Promise<string>
  /** Without a stored hash the work is the same and the answer is no: nobody learns who exists (SEC-035). */
  verify(stored: string | null, password: string): Promise<Verdict>
}

/** Each call takes its turn. Throws `identity/busy` when too many wait already. */
export interface Passwords extends Hashing {
  /**
   * Everything a stranger's sign-in asks for, in one turn: who waits has not touched the database yet. Those who are
   * signed in, and ask by `hash` and `verify`, go before (SEC-034).
   */
  inTurn<T>(run: (hashing: Hashing) => Promise<T>): Promise<T>
}

/**
 * Hashing, at most `atOnce` at a time so that many sign-ins in one minute leave the processor to those who are writing
 * (SEC-034). Beyond `waiting` in either line it answers that it is busy.
 */
export function createPasswords({ atOnce = 2, waiting = 50 } = {}): Passwords {
  const take = turns(atOnce, waiting)
  const make = (password: string) => hash(normalPassword(password), parameters)
  let decoy: Promise<string> | undefined

  const hashing: Hashing = {
    hash: make,
    async verify(stored, password) {
      decoy ??= hash('the password of nobody at all', parameters)
      const matches = await verify(stored ?? (await decoy), normalPassword(password))
      if (!stored || !matches) return { matches: false, rehashed: null }
      return { matches, rehashed: isCurrent(stored) ? null : await make(password) }
    },
  }
  return {
    hash: (password) => take('first', () => hashing.hash(password)),
    verify: (stored, password) => take('first', () => hashing.verify(stored, password)),
    inTurn: (run) => take('later', () => run(hashing)),
  }
}

function isCurrent(stored: string): boolean {
  const made = parseOptions(stored)
  return (
    stored.startsWith('$argon2id$') &&
    made.memoryCost === parameters.memoryCost &&
    made.timeCost === parameters.timeCost &&
    made.parallelism === parameters.parallelism &&
    made.outputLen === parameters.outputLen
  )
}

type Line = 'first' | 'later'
type Turns = <T>(line: Line, work: () => Promise<T>) => Promise<T>

function turns(atOnce: number, waiting: number): Turns {
  const lines: Record<Line, (() => void)[]> = { first: [], later: [] }
  let running = 0
  return async (line, work) => {
    if (running >= atOnce) {
      if (lines[line].length >= waiting) throw busy()
      // The one who finishes hands over its place, so `running` is not counted again.
      await new Promise<void>((start) => lines[line].push(start))
    } else running += 1
    try {
      return await work()
    } finally {
      const next = lines.first.shift() ?? lines.later.shift()
      if (next) next()
      else running -= 1
    }
  }
}

const busy = () =>
  new DomainError('limited', 'identity/busy', 'Many people are signing in at this moment. Try again in a few seconds.')
