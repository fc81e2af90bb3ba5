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

export interface Passwords {
  hash(password: string): Promise<string>
  /** Without a stored hash the work is the same and the answer is no: nobody learns who exists (SEC-035). */
  verify(stored: string | null, password: string): Promise<Verdict>
}

/**
 * Hashing, at most `atOnce` at a time so that many sign-ins in one minute leave the processor to those who are writing
 * (SEC-034). Beyond `waiting` in the queue it answers that it is busy.
 */
export function createPasswords({ atOnce = 2, waiting = 500 } = {}): Passwords {
  const inTurn = turns(atOnce, waiting)
  const make = (password: string) => inTurn(() => hash(normalPassword(password), parameters))
  let decoy: Promise<string> | undefined

  return {
    hash: make,
    async verify(stored, password) {
      decoy ??= hash('the password of nobody at all', parameters)
      const matches = await check(inTurn, stored ?? (await decoy), password)
      if (!stored || !matches) return { matches: false, rehashed: null }
      return { matches, rehashed: isCurrent(stored) ? null : await make(password) }
    },
  }
}

const check = (inTurn: Turns, stored: string, password: string) =>
  inTurn(() => verify(stored, normalPassword(password)))

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

type Turns = <T>(work: () => Promise<T>) => Promise<T>

function turns(atOnce: number, waiting: number): Turns {
  const queue: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= atOnce) {
      if (queue.length >= waiting)
        throw new DomainError('unavailable', 'unavailable', 'The server is busy. Try again in a minute.')
      // The one who finishes hands over its place, so `running` is not counted again.
      await new Promise<void>((start) => queue.push(start))
    } else running += 1
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else running -= 1
    }
  }
}
