import { bad, type Check, fine, within } from './checks.ts'

const gigabyte = 2 ** 30
const minuteMs = 60_000

export interface Space {
  readonly free: number
  readonly whole: number
}

/** Where the disk is full nothing can be saved: said while there is still a tenth and a gigabyte of it (REL-12). */
export function diskCheck(space: () => Promise<Space>): Check {
  return {
    name: 'disk',
    async run() {
      const found = await space().catch(() => null)
      if (!found) return bad('How full the disk of DATA_DIR is cannot be told.')
      const says = `${(found.free / gigabyte).toFixed(1)} GB of the disk of DATA_DIR is free.`
      const isEnough = found.free > gigabyte && found.free > found.whole / 10
      return isEnough ? fine(says) : bad(`${says} Below 10 % or 1 GB it has to be freed.`)
    },
  }
}

/** Settings of the server that are off and without which a power cut may take back what was said to be saved. */
export function durabilityCheck(switchedOff: () => Promise<readonly string[]>, mostMs = 500): Check {
  return {
    name: 'durability',
    async run() {
      const off = await within(
        mostMs,
        switchedOff().catch(() => null),
      )
      if (!off) return bad('The database did not say whether it writes to the disk.')
      if (off.length === 0) return fine('What is committed is on the disk.')
      return bad(`PostgreSQL runs with ${off.join(', ')} off: a power cut may lose saved work.`)
    },
  }
}

/** Deadlines go by the clock of whoever judges them, so that clocks of one installation must agree (REL-11). */
export function clockCheck(databaseNow: () => Promise<Date>, now: () => Date, mostMs = 2_000): Check {
  return {
    name: 'clock',
    async run() {
      const askedAt = now()
      const there = await within(
        mostMs,
        databaseNow().catch(() => null),
      )
      if (!there) return bad('The database did not say what time it is.')
      // It was that time at some moment between asking and being answered.
      const here = now()
      const behind = Math.max(0, askedAt.getTime() - there.getTime(), there.getTime() - here.getTime())
      const says = `This clock and the database’s are ${(behind / 1_000).toFixed(1)} s apart.`
      return behind < mostMs ? fine(says) : bad(`${says} Set both by a time server.`)
    },
  }
}

/** The trail is sealed every ten minutes; a process that has just begun has a while to make good what was missed. */
export function sealCheck(sealedAt: () => Promise<Date | null>, now: () => Date, mostMs = 20 * minuteMs): Check {
  const startedAt = now().getTime()
  return {
    name: 'audit seal',
    async run() {
      const last = await within(
        2_000,
        sealedAt().then(
          (at) => ({ at }),
          () => null,
        ),
      )
      if (!last) return bad('The database did not say when the audit trail was sealed.')
      const sinceMs = now().getTime() - Math.max(startedAt, last.at?.getTime() ?? 0)
      if (sinceMs >= mostMs) return bad(`The audit trail has not been sealed for ${minutes(sinceMs)}.`)
      return fine(last.at ? 'The audit trail is sealed.' : 'The audit trail will be sealed in a moment.')
    },
  }
}

/** The backup touches a file when it has succeeded; without such a file nobody here knows of backups. */
export function backupCheck(
  backup: { readonly doneAt: () => Promise<Date | null>; readonly mostMs: number } | null,
  now: () => Date,
): Check {
  return {
    name: 'backup',
    async run() {
      if (!backup) return fine('Backups are not watched: set BACKUP_STAMP to a file that the backup touches.')
      const doneAt = await backup.doneAt().catch(() => null)
      if (!doneAt) return bad('No backup has succeeded yet: the file in BACKUP_STAMP is not there.')
      const ageMs = now().getTime() - doneAt.getTime()
      return ageMs < backup.mostMs
        ? fine(`The last backup succeeded ${minutes(ageMs)} ago.`)
        : bad(`The last backup succeeded ${minutes(ageMs)} ago; ${minutes(backup.mostMs)} is the limit.`)
    },
  }
}

const minutes = (ms: number) =>
  ms < 120 * minuteMs ? `${Math.floor(ms / minuteMs)} minutes` : `${Math.floor(ms / (60 * minuteMs))} hours`
