import { expect, test } from 'vitest'
import { isDomainError } from '#app/kernel/errors.ts'
import { isUnreachable, unavailable } from './unreachable.ts'

const withCode = (code: string, message = 'x') => Object.assign(new Error(message), { code })

test.each<[string, unknown]>([
  ['a refused connection', withCode('ECONNREFUSED')],
  ['a line that broke', new Error('Connection terminated unexpectedly')],
  ['a pool that found nobody', new Error('timeout exceeded when trying to connect')],
  ['a server that is shutting down', withCode('57P01')],
  ['a server that is starting', withCode('57P03')],
  ['a lost connection', withCode('08006')],
  ['too many connections', withCode('53300')],
  ['no transaction in time', withCode('P2028')],
  ['as Prisma wraps it', { code: 'P2010', meta: { driverAdapterError: { cause: { kind: 'DatabaseNotReachable' } } } }],
  ['deep in its causes', new Error('a', { cause: new Error('b', { cause: withCode('ECONNRESET') }) })],
])('[REL-03] %s is the database being away', (_name, error) => expect(isUnreachable(error)).toBe(true))

test.each<[string, unknown]>([
  ['a broken rule', withCode('23505')],
  ['a bug', new TypeError('x is not a function')],
  ['a deadlock', withCode('40P01')],
  ['words that a person wrote', withCode('22001', 'too long: Connection terminated')],
  ['nothing', null],
])('[REL-03] %s is not', (_name, error) => expect(isUnreachable(error)).toBe(false))

test('[REL-03] what is told names no host and no cause', () => {
  const refusal = unavailable(withCode('ECONNREFUSED', 'connect ECONNREFUSED 10.0.0.7:5432'))
  expect(isDomainError(refusal) && [refusal.kind, refusal.code]).toEqual(['unavailable', 'unavailable'])
  expect(refusal.message).not.toContain('10.0.0.7')
})
