import { hash } from '@node-rs/argon2'
import { expect, test } from 'vitest'
import { createPasswords, parameters } from './passwords.server.ts'

const passwords = createPasswords()
const sentence = 'le phoque gris dort sur la jetée'

test('[SEC-034] the hash is argon2id with at least 19 MiB and two passes, and says so', async () => {
  expect(await passwords.hash(sentence)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('[ID-5] the right password matches however its letters were composed, and nothing else does', async () => {
  const stored = await passwords.hash(sentence)
  expect(await passwords.verify(stored, sentence.normalize('NFD'))).toEqual({ matches: true, rehashed: null })
  for (const other of [`${sentence} `, sentence.toUpperCase(), sentence.slice(0, -1), '']) {
    expect((await passwords.verify(stored, other)).matches).toBe(false)
  }
})

test('[SEC-032] nothing is cut off: the last of 128 characters counts', async () => {
  const long = `${'long '.repeat(25)}abc`
  const stored = await passwords.hash(long)
  expect((await passwords.verify(stored, `${long.slice(0, -1)}d`)).matches).toBe(false)
})

test('[SEC-034] a hash made under weaker parameters is made again on sign-in', async () => {
  const weak = await hash(sentence, { ...parameters, memoryCost: 8_192 })
  const { matches, rehashed } = await passwords.verify(weak, sentence)
  expect(matches).toBe(true)
  expect(rehashed).toContain('m=19456,')
  expect((await passwords.verify(weak, 'wrong')).rehashed).toBeNull()
})

test('[SEC-035] for somebody unknown the same work is done and the answer is no', async () => {
  const stored = await passwords.hash(sentence)
  const timed = async (hash: string | null) => {
    const start = performance.now()
    expect((await passwords.verify(hash, 'not the password')).matches).toBe(false)
    return performance.now() - start
  }
  const known: number[] = []
  const unknown: number[] = []
  for (let round = 0; round < 12; round++) {
    known.push(await timed(stored))
    unknown.push(await timed(null))
  }
  // Argon2 takes tens of milliseconds: a path without it would be a hundred times shorter, whatever the machine does.
  expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 2)
})

test('[SEC-034] no more than two are hashed at once, and a flood is turned away', async () => {
  const few = createPasswords({ atOnce: 2, waiting: 3 })
  const answers = await Promise.allSettled(Array.from({ length: 8 }, () => few.hash(sentence)))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  await expect(few.hash(sentence)).resolves.toContain('$argon2id$')
})

test('[SEC-034] whoever finds the line full is told so at once, as being too many, and not as a fault', async () => {
  const few = createPasswords({ atOnce: 1, waiting: 1 })
  const [first, second] = [few.inTurn(async () => 'in'), few.inTurn(async () => 'next')]
  await expect(few.inTurn(async () => 'out')).rejects.toMatchObject({ kind: 'limited', code: 'identity/busy' })
  expect(await Promise.all([first, second])).toEqual(['in', 'next'])
})

test('[SEC-034] who waits to sign in does nothing yet, and somebody who is signed in goes before them', async () => {
  const one = createPasswords({ atOnce: 1, waiting: 5 })
  const stored = await one.hash(sentence)
  const began: string[] = []
  const signIn = (name: string) => one.inTurn(async ({ verify }) => [began.push(name), await verify(null, name)])
  const storm = ['a', 'b', 'c'].map(signIn)
  expect(began).toEqual(['a'])
  const confirming = one.verify(stored, sentence).then(() => began.push('confirmed'))
  await Promise.all([...storm, confirming])
  expect(began.indexOf('confirmed')).toBeLessThan(3)
  expect(began.filter((name) => name !== 'confirmed')).toEqual(['a', 'b', 'c'])
})
