import { isDomainError } from '#app/kernel/errors.ts'

export interface ErrorDescription {
  readonly name: string
  readonly code?: string
  readonly message?: string
  readonly stack?: readonly string[]
  readonly cause?: ErrorDescription
}

const deepest = 3
const mostFrames = 12

/**
 * What may be logged of an error: its name, its code and where it arose. Its message only where we know that it holds
 * nobody's words: parsers, Prisma, Zod and the editor put the text they failed on into theirs.
 */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { name: `a thrown ${typeof error}` }
  const code: unknown = Reflect.get(error, 'code')
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    name: /^[\w$]{1,60}$/.test(error.name) ? error.name : 'Error',
    ...(typeof code === 'string' && /^[\w./-]{1,60}$/.test(code) ? { code } : {}),
    ...(isTellable(error) ? { message: error.message.slice(0, 300) } : {}),
    ...(frames.length > 0 ? { stack: frames.slice(0, mostFrames).map((line) => line.trim().slice(0, 300)) } : {}),
    ...(error.cause === undefined || depth >= deepest ? {} : { cause: describeError(error.cause, depth + 1) }),
  }
}

/** Refusals are our own sentences; plain errors and slips are a programmer's words; system errors name a call. */
function isTellable(error: Error): boolean {
  if (isDomainError(error)) return true
  if ('clientVersion' in error || 'severity' in error) return false
  return 'syscall' in error || error.name === 'Error' || error.name === 'TypeError' || error.name === 'ReferenceError'
}
