import { DomainError } from '#app/kernel/errors.ts'

/** PostgreSQL: connection exceptions (08…), too many connections, shutting down, crashed, starting. */
const sqlStates = /^(08...|53300|57P0[1-3])$/
/** Prisma: not reached, timed out, closed in between; no connection and no transaction to be had in time. */
const prismaCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'])
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
])
const adapterKinds = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
  'TlsConnectionError',
])
/** What the driver and its pool say without a code. */
const sentences =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Cannot use a pool after|Client was closed)/

/** Whether this failed because the database is away, so that the same act may well succeed in a moment. */
export function isUnreachable(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 4) return false
  const field = (name: string): unknown => Reflect.get(error, name)
  const says = (name: string, isKnown: (value: string) => boolean) => {
    const value = field(name)
    return typeof value === 'string' && isKnown(value)
  }
  return (
    ['code', 'originalCode'].some((name) =>
      says(name, (code) => sqlStates.test(code) || prismaCodes.has(code) || networkCodes.has(code)),
    ) ||
    says('kind', (kind) => adapterKinds.has(kind)) ||
    ['message', 'originalMessage'].some((name) => says(name, (text) => sentences.test(text))) ||
    ['cause', 'meta', 'driverAdapterError'].some((name) => isUnreachable(field(name), depth + 1))
  )
}

/** What whoever asked is told; the cause is for the log. */
export function unavailable(cause: unknown): DomainError {
  const sentence = 'Plenary is not available for a moment. What you typed is kept. Try again shortly.'
  return Object.assign(new DomainError('unavailable', 'unavailable', sentence), { cause })
}
