import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig, tellLibraries } from './config.ts'

const token = 'q7Zt0cXw3nJv9KpL2mRs8bYd4fHg6aEu'
const https = { ORIGIN: 'https://plenary.example.org' }

describe('a start that is accepted', () => {
  test('on a plain clone is a demonstration for this machine alone', () => {
    expect(readConfig({})).toEqual({
      mode: 'production',
      host: '127.0.0.1',
      port: 3000,
      origin: null,
      isReal: false,
      trustProxy: false,
      databaseUrl: undefined,
      databasePool: 10,
      dataDir: resolve('data'),
      redisUrl: undefined,
      backup: null,
      demo: true,
      logLevel: 'info',
      startedByNpm: false,
    })
  })

  test.each([
    ['an https origin is a real installation without a demonstration', https, { isReal: true, demo: false }],
    ['the demonstration can be left out', { DEMO: 'off' }, { demo: false, isReal: false }],
    ['a loopback origin stays a demonstration', { ORIGIN: 'http://localhost:4000' }, { isReal: false, demo: true }],
    [
      'a trailing slash is no path',
      { ORIGIN: 'https://plenary.example.org/' },
      { origin: 'https://plenary.example.org' },
    ],
    ['an empty setting is a setting not made', { PORT: '', ORIGIN: '' }, { port: 3000, origin: null }],
    ['an IPv6 loopback is this machine alone', { HOST: '::1' }, { host: '::1' }],
    ['a proxy on this machine is trusted', https, { trustProxy: ['loopback'] }],
    ['one proxy', { ...https, TRUST_PROXY: '1' }, { trustProxy: 1 }],
    [
      'proxies by address',
      { ...https, HOST: '0.0.0.0', TRUST_PROXY: '10.0.0.7, fd00::/8' },
      { trustProxy: ['10.0.0.7', 'fd00::/8'] },
    ],
    [
      'a database of its own password',
      { ...https, DATABASE_URL: 'postgres://p:dGhpcyBpcyBsb25n@db/p' },
      { isReal: true },
    ],
    ['a token for monitors', { OPERATIONS_TOKEN: token }, { operationsToken: token }],
    [
      'a key for the audit trail, and the one before it',
      { AUDIT_KEY: `${token}, ${token.toLowerCase()}` },
      { auditKeys: [token, token.toLowerCase()] },
    ],
    [
      'several processes that share a key',
      { ...https, REDIS_URL: 'redis://:dGhpcyBpcyBsb25n@cache', AUDIT_KEY: token },
      { isReal: true },
    ],
    [
      'a stamp that the backup touches',
      { BACKUP_STAMP: '/var/backups/plenary.done' },
      { backup: { stamp: '/var/backups/plenary.done', mostMs: 26 * 3_600_000 } },
    ],
    ['npm is noticed', { npm_lifecycle_event: 'start' }, { startedByNpm: true }],
  ])('%s', (_, settings, expected) => {
    expect(readConfig(settings)).toMatchObject(expected)
  })
})

describe('a start that is refused says what to set', () => {
  test.each([
    ['[SEC-061] other machines without https', { HOST: '0.0.0.0' }, /HOST=0\.0\.0\.0 .*unencrypted.*set ORIGIN/],
    ['[SEC-061] other machines with a loopback origin', { HOST: '::', ORIGIN: 'http://localhost:3000' }, /set ORIGIN/],
    ['[SEC-061] a public origin in cleartext', { ORIGIN: 'http://plenary.example.org' }, /not https.*set ORIGIN/],
    ['[SEC-061] a name that only looks like loopback', { HOST: '127.0.0.1.example.org' }, /set ORIGIN/],
    ['[SEC-115] an open port behind an unknown proxy', { ...https, HOST: '0.0.0.0' }, /set TRUST_PROXY/],
    ['[SEC-115] trusting every proxy', { ...https, TRUST_PROXY: 'true' }, /TRUST_PROXY/],
    ['an origin with a path', { ORIGIN: 'https://example.org/plenary' }, /Set ORIGIN=https:\/\/example\.org\./],
    [
      '[SEC-109] a database password out of a manual',
      { ...https, DATABASE_URL: 'postgres://postgres:Postgres@db/plenary' },
      /password in DATABASE_URL/,
    ],
    ['[SEC-109] a Redis password out of a manual', { ...https, REDIS_URL: 'redis://:changeme@cache' }, /REDIS_URL/],
    ['[SEC-109] a token that can be guessed', { OPERATIONS_TOKEN: 'monitor' }, /OPERATIONS_TOKEN/],
    ['[SEC-109] a token that is only long', { OPERATIONS_TOKEN: 'ab'.repeat(20) }, /OPERATIONS_TOKEN/],
    ['[SEC-109] an audit key that can be guessed', { AUDIT_KEY: 'audit-key' }, /AUDIT_KEY/],
    ['[SEC-109] an audit key followed by a short one', { AUDIT_KEY: `${token},old` }, /AUDIT_KEY/],
    [
      '[SEC-109] several processes with a key each',
      { ...https, REDIS_URL: 'redis://:dGhpcyBpcyBsb25n@cache' },
      /Set AUDIT_KEY/,
    ],
    ['a demonstration by force', { DEMO: 'on' }, /DEMO/],
    ['another kind of database', { DATABASE_URL: 'mysql://db/plenary' }, /DATABASE_URL/],
    ['a port that is none', { PORT: '70000' }, /PORT/],
  ])('%s', (_, settings, sentence) => {
    expect(() => readConfig(settings)).toThrow(sentence)
  })

  test('[SEC-109] and never shows a password', () => {
    const settings = { ...https, DATABASE_URL: 'postgres://postgres:changeme@db/plenary' }
    expect(() => readConfig(settings)).toThrow(/^((?!changeme).)*$/s)
  })
})

test('libraries are told that they are in use, unless somebody develops', () => {
  const told = [{}, { NODE_ENV: '' }, { NODE_ENV: 'development' }] as NodeJS.ProcessEnv[]
  for (const env of told) tellLibraries(env)
  expect(told).toEqual([{ NODE_ENV: 'production' }, { NODE_ENV: 'production' }, { NODE_ENV: 'development' }])
})
