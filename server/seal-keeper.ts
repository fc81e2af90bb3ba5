import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { SealNote } from './audit-seal.ts'

/** What about the seals is kept outside the database: the key, and which seal was the newest. */
export interface SealKeeper {
  /** The one to seal with first, then the one before it; none where none was ever made. */
  readonly keys: readonly string[]
  note(): SealNote | null
  keep(note: SealNote): void
}

const sealNote = z.object({ number: z.number().int(), mac: z.string() })

/**
 * The keys of the settings or, where none are set, one in the data folder. `isMaker` makes that one when it is missing;
 * whoever only looks makes nothing.
 */
export function openSealKeeper(
  { dataDir, auditKeys }: { readonly dataDir: string; readonly auditKeys: readonly string[] | undefined },
  { isMaker }: { readonly isMaker: boolean },
): SealKeeper {
  // Nobody else on this machine reads the key or forges the note.
  if (isMaker) mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const noteFile = join(dataDir, 'audit-seal.json')
  return {
    keys: auditKeys ?? keyInFolder(dataDir, isMaker),
    note: () => (existsSync(noteFile) ? sealNote.parse(JSON.parse(readFileSync(noteFile, 'utf8'))) : null),
    keep(note) {
      // Written aside first: a note cut off by a crash would look like tampering.
      writeFileSync(`${noteFile}.new`, JSON.stringify(note), { mode: 0o600 })
      renameSync(`${noteFile}.new`, noteFile)
    },
  }
}

function keyInFolder(dataDir: string, isMaker: boolean): string[] {
  const file = join(dataDir, 'audit.key')
  if (!existsSync(file)) {
    if (!isMaker) return []
    try {
      writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
    } catch (error) {
      // Another process made it at this moment.
      if (!existsSync(file)) throw error
    }
  }
  return [readFileSync(file, 'utf8').trim()]
}
