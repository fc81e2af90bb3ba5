import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '#server/store/client.ts'
import { acquireLock } from '#server/store/embedded/lock.ts'
import { upkeep } from '#server/store/embedded/upkeep.ts'
import { EmbeddedServer } from '#server/store/embedded/wire.ts'
import { aFolder } from '#tests/support/folder.ts'
import { simpleQuery } from '#tests/support/wire.ts'

describe('the embedded database on disk', () => {
  test('every commit makes the disk keep it', async () => {
    const server = new EmbeddedServer({ folder: join(aFolder(), 'postgres') })
    onTestFinished(() => server.close())
    await simpleQuery(server, 'CREATE TABLE kept (id integer)')
    for (let commit = 0; commit < 5; commit++) {
      const before = await server.fsyncs()
      await simpleQuery(server, `INSERT INTO kept VALUES (${commit})`)
      expect(await server.fsyncs()).toBeGreaterThan(before)
    }
    const beforeReading = await server.fsyncs()
    await simpleQuery(server, 'SELECT * FROM kept')
    expect(await server.fsyncs()).toBe(beforeReading)
  })

  test('keeps what was committed, is closed to other users, and admits one process at a time', async () => {
    const dataDir = join(aFolder(), 'data')
    const first = await openDatabase({ dataDir })
    expect(first.kind).toBe('embedded')
    expect(first.applied.length).toBeGreaterThan(0)
    await first.sql(
      `INSERT INTO outbox_entry (id, kind, payload, effect_key, created_at, due_at) VALUES ('1','mail','{}','1',now(),now())`,
    )
    expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700)
    await expect(openDatabase({ dataDir })).rejects.toThrow(`in use by process ${process.pid} on ${hostname()}`)
    await first.close()
    expect(existsSync(join(dataDir, 'postgres.lock'))).toBe(false)

    const second = await openDatabase({ dataDir })
    onTestFinished(() => second.close())
    expect(second.applied).toEqual([])
    expect(await second.prisma.outboxEntry.count()).toBe(1)
    await upkeep({ query: (text: string) => second.sql(text) })
  })

  test('[REL-15] refuses the folder of another PostgreSQL version and leaves it unlocked', async () => {
    const dataDir = aFolder()
    mkdirSync(join(dataDir, 'postgres'))
    writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '17\n')
    await expect(openDatabase({ dataDir })).rejects.toThrow('was made by PostgreSQL 17')
    expect(existsSync(join(dataDir, 'postgres.lock'))).toBe(false)
  })

  test('answers with an error, and says so once, when its engine dies', async () => {
    const crashes: string[] = []
    const template = join(aFolder(), 'not-a-dump.tar')
    writeFileSync(template, 'nothing a database could start from')
    await expect(
      openDatabase({ dataDir: null, template, onCrash: (error) => crashes.push(error.message) }),
    ).rejects.toThrow()
    expect(crashes.length).toBe(1)
  })
})

describe('the lock of the folder', () => {
  const aLock = () => join(aFolder(), 'postgres.lock')
  const writeOwner = (path: string, owner: object) => writeFileSync(path, JSON.stringify(owner))

  test('is held until released', () => {
    const path = aLock()
    const release = acquireLock(path)
    expect(() => acquireLock(path)).toThrow('in use')
    release()
    acquireLock(path)()
  })

  test('is taken over from a process that died', async () => {
    const path = aLock()
    const child = spawn(process.execPath, ['-e', ''])
    await once(child, 'exit')
    writeOwner(path, { pid: child.pid, host: hostname(), life: 'boot:1' })
    const release = acquireLock(path)
    expect(JSON.parse(readFileSync(path, 'utf8')).pid).toBe(process.pid)
    release()
  })

  test('is not taken from another machine that is still heard, but is from one long silent', () => {
    const path = aLock()
    writeOwner(path, { pid: 1, host: 'another-machine', life: null })
    expect(() => acquireLock(path)).toThrow('process 1 on another-machine')
    utimesSync(path, new Date(0), new Date(0))
    acquireLock(path)()
  })

  test('that was never fully written is taken over after a while, and not before', () => {
    const path = aLock()
    writeFileSync(path, '{"pid":')
    expect(() => acquireLock(path)).toThrow('could not be locked')
    utimesSync(path, new Date(0), new Date(0))
    acquireLock(path)()
  })

  test('of eight processes that start together over a stale lock, one wins', async () => {
    const path = aLock()
    writeOwner(path, { pid: 2 ** 22 + 1, host: hostname(), life: 'boot:1' })
    const children = Array.from({ length: 8 }, () =>
      spawn(process.execPath, ['--import', 'tsx', 'tests/support/take-lock.ts', path]),
    )
    onTestFinished(() => {
      for (const child of children) child.kill()
    })
    const answers = await Promise.all(
      children.map(async (child) => String((await once(child.stdout, 'data'))[0]).trim()),
    )
    expect(answers.filter((answer) => answer === 'won')).toHaveLength(1)
    expect(answers.filter((answer) => answer === 'refused')).toHaveLength(7)
  })
})
