import type { SealKeeper } from '#server/seal-keeper.ts'
import type { Database } from '#server/store/database.ts'

/** Where a command works: everything it may touch is handed to it. */
export interface AdminPlace {
  readonly database: Database
  readonly now: () => Date
  readonly seals: Pick<SealKeeper, 'keys' | 'note'>
  /** The address at which the server of these settings answers. */
  readonly origin: string
  /** A line for the operator. */
  say(line: string): void
  readFile(path: string): string
}

export interface AdminInput {
  /** What stands after the command's words, in order. */
  readonly given: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
}

/** One thing an operator does at the server itself, where no page can: it answers with the exit code, 0 for good. */
export interface AdminCommand {
  /** `audit verify` */
  readonly name: string
  /** What may follow the name: `[--heads FILE]`. */
  readonly usage: string
  readonly says: string
  /** Options by name; the others are refused. */
  readonly options?: Readonly<Record<string, 'string' | 'boolean'>>
  /** How many words may follow the name. */
  readonly words?: number
  run(input: AdminInput, place: AdminPlace): Promise<number>
}
