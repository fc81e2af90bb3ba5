import { describe, expect, test } from 'vitest'
import { backupCheck, clockCheck, diskCheck, durabilityCheck, sealCheck } from './keeping-checks.ts'

const gb = 2 ** 30
const at = new Date('2026-10-21T12:00:00.000Z')
const minutesAfter = (minutes: number) => new Date(at.getTime() + minutes * 60_000)
const failing = () => Promise.reject(new Error('x'))
const never = () => new Promise<never>(() => {})

describe('[REL-12] the disk', () => {
  test.each<[string, number, number, boolean]>([
    ['half empty', 50, 100, true],
    ['a tenth of a large one', 10, 100, false],
    ['a tenth and a little', 10.1, 100, true],
    ['half of a small one', 1, 2, false],
  ])('[REL-12] %s', async (_name, free, whole, isFine) => {
    const result = await diskCheck(async () => ({ free: free * gb, whole: whole * gb })).run()
    expect(result.isFine).toBe(isFine)
    expect(result.says).toContain(`${free.toFixed(1)} GB`)
  })

  test('[REL-12] one that cannot be asked is not fine', async () => {
    expect((await diskCheck(failing).run()).isFine).toBe(false)
  })
})

describe('durability', () => {
  test('[REL-01] a server that does not write to the disk is not ready, and says which setting', async () => {
    expect((await durabilityCheck(async () => []).run()).isFine).toBe(true)
    expect(await durabilityCheck(async () => ['fsync']).run()).toEqual({
      isFine: false,
      says: 'PostgreSQL runs with fsync off: a power cut may lose saved work.',
    })
    expect((await durabilityCheck(failing).run()).isFine).toBe(false)
    expect((await durabilityCheck(never, 5).run()).isFine).toBe(false)
  })
})

describe('[REL-11] clocks', () => {
  test.each([
    [0, true],
    [1_999, true],
    [2_000, false],
    [-2_000, false],
    [7_200_000, false],
  ])('[REL-11] %d ms apart', async (apart, isFine) => {
    expect(
      (
        await clockCheck(
          async () => new Date(at.getTime() + apart),
          () => at,
        ).run()
      ).isFine,
    ).toBe(isFine)
  })

  test('[REL-11] a slow answer is not a wrong clock', async () => {
    let now = at
    const check = clockCheck(
      async () => {
        now = new Date(at.getTime() + 10_000)
        return new Date(at.getTime() + 4_000)
      },
      () => now,
    )
    expect((await check.run()).isFine).toBe(true)
  })
})

describe('[SEC-104] the seal of the audit trail', () => {
  test('[SEC-104] may be missing for twenty minutes, counted from the start of the process', async () => {
    let now = at
    let sealedAt: Date | null = minutesAfter(-60 * 24)
    const check = sealCheck(
      async () => sealedAt,
      () => now,
    )
    expect((await check.run()).isFine).toBe(true)
    now = minutesAfter(20)
    expect(await check.run()).toEqual({ isFine: false, says: 'The audit trail has not been sealed for 20 minutes.' })
    sealedAt = minutesAfter(1)
    expect((await check.run()).isFine).toBe(true)
    now = minutesAfter(21)
    expect((await check.run()).isFine).toBe(false)
    expect((await sealCheck(failing, () => now).run()).isFine).toBe(false)
  })
})

describe('[REL-16] the backup', () => {
  test('[REL-16] that nobody told of is said and stops nobody', async () => {
    expect(await backupCheck(null, () => at).run()).toMatchObject({
      isFine: true,
      says: expect.stringContaining('BACKUP_STAMP'),
    })
  })

  test('[REL-16] that is too old, or never was, is not fine', async () => {
    const check = (doneAt: () => Promise<Date | null>) =>
      backupCheck({ doneAt, mostMs: 26 * 3_600_000 }, () => at).run()
    expect(await check(async () => minutesAfter(-90))).toEqual({
      isFine: true,
      says: 'The last backup succeeded 90 minutes ago.',
    })
    expect(await check(async () => minutesAfter(-26 * 60))).toEqual({
      isFine: false,
      says: 'The last backup succeeded 26 hours ago; 26 hours is the limit.',
    })
    expect((await check(async () => null)).isFine).toBe(false)
    expect((await check(failing)).isFine).toBe(false)
  })
})
