import type { z } from 'zod'
import type { Privacy } from '#app/features/agenda/item-kinds.ts'
import type { FieldError } from '#app/kernel/errors.ts'
import { fieldErrors } from '#app/kernel/field-errors.ts'
import { choiceOf } from './choices.ts'
import type {
  FileAccreditation,
  FileBody,
  FileConference,
  FileDelegation,
  FileItem,
  FileLot,
  FilePerson,
  FileRoom,
} from './conference-file.ts'

/** Where a value stands, in the words of the file it came from. */
export interface Spot {
  readonly file: string
  /** As the spreadsheet or the text editor numbers it; null for what concerns the whole file. */
  readonly row: number | null
  readonly column: string
  readonly value: string
}

/** Finds the spot of a field of one entry: `code`, `names.en`. */
export type Locate = (field: string) => Spot

/** Something that was read, with the way back to where. */
export interface Entry<T> {
  readonly value: T
  readonly at: Locate
}

/** One thing to correct, or to look at once more. */
export interface Problem extends Spot, Omit<FieldError, 'path'> {}

/** One person in one capacity, as a row of a table has it; a file's person with two capacities is two of these. */
export interface Participant extends Omit<FilePerson, 'accreditations'>, FileAccreditation {}

export interface TimedSlot {
  readonly item: string
  readonly startsAt: Date
  readonly endsAt: Date
}

export interface TimedMeeting {
  readonly body: string
  readonly number: number | null
  readonly room: string | null
  readonly startsAt: Date
  readonly endsAt: Date
  readonly privacy: Privacy
  readonly slots: readonly Entry<TimedSlot>[]
}

/** A conference on its way in: what could be read, each thing by itself. References are not looked at yet. */
export interface Parts {
  readonly conference: Entry<FileConference> | null
  readonly rooms: readonly Entry<FileRoom>[]
  readonly bodies: readonly Entry<FileBody>[]
  readonly delegations: readonly Entry<FileDelegation>[]
  readonly lot: Entry<FileLot> | null
  readonly participants: readonly Entry<Participant>[]
  readonly agendaSymbol: string | null
  readonly items: readonly Entry<FileItem>[]
  readonly meetings: readonly Entry<TimedMeeting>[]
}

export interface Reading {
  readonly parts: Parts
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
  /** Codes and references of what could not be read, so that what refers to it is not called unknown as well. */
  readonly unread: ReadonlySet<string>
  /** Rows of the tables, or entries of the file. */
  readonly rows: number
}

export const noParts: Parts = {
  conference: null,
  rooms: [],
  bodies: [],
  delegations: [],
  lot: null,
  participants: [],
  agendaSymbol: null,
  items: [],
  meetings: [],
}

export const problem = (
  at: Locate,
  field: string,
  code: string,
  sentence: string,
  params?: FieldError['params'],
): Problem => ({ ...at(field), code, sentence, ...(params ? { params } : {}) })

/** `readEntry` for the row of a table, where a choice is written in words: State for `STATE`, Take note for `TAKE_NOTE`. */
export const readRow = <T extends z.ZodType>(schema: T, raw: unknown, at: Locate) =>
  readEntry(schema, raw, at, (values) => {
    const choice = choiceOf(values)
    return { values: values.map(inCell).join(', '), ...(choice ? { choice } : {}) }
  })

const inCell = (value: unknown) => {
  const text = String(value)
  return /^[A-Z_]{3,}$/.test(text) ? text[0] + text.slice(1).toLowerCase().replaceAll('_', ' ') : text
}

/** What may be written, in English, and the name under which every language has words for it. */
interface Choices {
  readonly values: string
  readonly choice?: string
}
const asGiven = (values: readonly unknown[]): Choices => ({ values: values.map(String).join(', ') })

/** One entry against its schema: the value, or everything that is wrong with it. */
export function readEntry<T extends z.ZodType>(
  schema: T,
  raw: unknown,
  at: Locate,
  written: (values: readonly unknown[]) => Choices = asGiven,
): { readonly entry: Entry<z.output<T>> | null; readonly problems: readonly Problem[] } {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return { entry: { value: parsed.data, at }, problems: [] }
  const choices = new Map(
    parsed.error.issues.flatMap((issue) =>
      issue.code === 'invalid_value' ? [[issue.path.map(String).join('.'), written(issue.values)] as const] : [],
    ),
  )
  const problems = fieldErrors(parsed.error).map(({ path, ...error }) => {
    const oneOf = choices.get(path)
    return { ...at(path), ...(oneOf ? notOneOf(oneOf) : (inWords[`${path} ${error.code}`] ?? error)) }
  })
  return { entry: null, problems }
}

const notOneOf = (params: Choices) => ({
  code: 'imports/choice',
  sentence: `Write one of these: ${params.values}.`,
  params: { ...params },
})

/** Where the general sentence would not say enough in a table. */
const inWords: Readonly<Record<string, Omit<FieldError, 'path'>>> = {
  'code field/regex': { code: 'imports/code-form', sentence: 'A code is 2 to 8 letters or digits, such as IKD.' },
  'delegation field/regex': { code: 'imports/code-form', sentence: 'A code is 2 to 8 letters or digits, such as IKD.' },
  'timeZone field/time-zone': {
    code: 'imports/time-zone',
    sentence: 'This is no time zone. Write it as a place, such as Asia/Qatar or Europe/Paris.',
  },
  'symbolRoot field/regex': {
    code: 'imports/symbol-form',
    sentence: 'A root of symbols is letters, digits, dots, hyphens and slashes, such as TSF/PC.1.',
  },
}
