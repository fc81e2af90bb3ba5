import { bodyProblems, itemProblems } from './check-agenda.ts'
import { delegationProblems, similarDelegations } from './check-delegations.ts'
import { peopleProblems, peopleWarnings } from './check-people.ts'
import { programmeProblems, programmeWarnings } from './check-programme.ts'
import type { Known } from './known.ts'
import { type Locate, type Problem, problem, type Reading } from './parts.ts'

export const mostRows = 5_000
/** With the empty ones among them. */
export const mostLines = 20_000
/** More of these than any conference has: a table of something else. */
const most = { rooms: 200, bodies: 100, delegations: 500, items: 500, meetings: 500 } as const

export interface Checked {
  /** The first of them; nothing is written while there is one. */
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
  /** How many there are. */
  readonly problemCount: number
  readonly warningCount: number
}

/** So many are worked through at a time, and weigh no more than a page. */
export const mostListed = 500

/** Everything that has to be corrected, and everything that deserves a second look, at once (IM-4). */
export function check(reading: Reading, known: Known): Checked {
  const tooMuch = tooMany(reading)
  if (tooMuch.length > 0) return listed(tooMuch, [])
  const problems = [
    ...reading.problems,
    ...datesInOrder(reading),
    ...delegationProblems(reading.parts, known),
    ...peopleProblems(reading, known),
    ...bodyProblems(reading, known),
    ...itemProblems(reading, known),
    ...programmeProblems(reading, known),
    ...(reading.rows === 0 ? [nothingToImport] : []),
  ]
  const warnings = [
    ...reading.warnings,
    ...sameRoot(reading, known),
    ...similarDelegations(reading.parts, known),
    ...peopleWarnings(reading, known),
    ...programmeWarnings(reading, known),
  ]
  return listed(inOrder(problems), inOrder(warnings))
}

const listed = (problems: readonly Problem[], warnings: readonly Problem[]): Checked => ({
  problems: problems.slice(0, mostListed).map(shortened),
  warnings: warnings.slice(0, mostListed).map(shortened),
  problemCount: problems.length,
  warningCount: warnings.length,
})

/** Enough of a value to find it again. */
const longestShown = 200
const cut = (text: string, longest = longestShown) =>
  text.length > longest ? `${storable(text.slice(0, longest - 1)).replace(/\ufffd$/, '')}…` : storable(text)

/** A conference file can write signs that no database keeps: NUL, and half of a pair of surrogates. They are shown as �. */
const storable = (text: string) => text.replace(/\p{Cs}/gu, '\ufffd').replaceAll('\u0000', '\ufffd')

const shortened = ({ params, ...problem }: Problem): Problem => ({
  ...problem,
  file: cut(problem.file, 255),
  column: cut(problem.column),
  value: cut(problem.value),
  sentence: cut(problem.sentence, 2 * longestShown),
  ...(params && {
    params: Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? cut(value) : value]),
    ),
  }),
})

/** By file and row; what two rules say in the same words about the same cell is said once. */
const inOrder = (problems: readonly Problem[]) =>
  [...new Map(problems.map((each) => [`${each.file} ${each.row} ${each.column} ${each.code}`, each])).values()]
    .map((each, place) => ({ each, place }))
    .sort((a, b) => compare(a.each.file, b.each.file) || (a.each.row ?? 0) - (b.each.row ?? 0) || a.place - b.place)
    .map(({ each }) => each)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function datesInOrder({ parts: { conference } }: Reading): Problem[] {
  if (!conference || conference.value.startsOn <= conference.value.endsOn) return []
  return [problem(conference.at, 'endsOn', 'conference/dates', 'The conference ends before it begins.')]
}

function sameRoot({ parts: { conference } }: Reading, { symbolRoots }: Known): Problem[] {
  if (!conference || !symbolRoots.includes(conference.value.symbolRoot)) return []
  const params = { symbolRoot: conference.value.symbolRoot }
  const sentence = `You have a conference ${params.symbolRoot} already; this will be a second one.`
  return [problem(conference.at, 'symbolRoot', 'imports/same-root', sentence, params)]
}

const whole = (file: string) => () => ({ file, row: null, column: '', value: '' })

function tooMany({ rows, parts }: Reading): Problem[] {
  const say = (at: Locate, maximum: number, count: number) =>
    problem(at, '', 'imports/too-many-rows', `At most ${maximum} rows are taken at once; these are ${count}.`, {
      maximum,
      rows: count,
    })
  if (rows > mostRows) return [say(whole(''), mostRows, rows)]
  return (['rooms', 'bodies', 'delegations', 'items', 'meetings'] as const).flatMap((part) => {
    const [first] = parts[part]
    return first && parts[part].length > most[part] ? say(first.at, most[part], parts[part].length) : []
  })
}

const nothingToImport = problem(
  whole(''),
  '',
  'imports/nothing',
  'There is nothing in it to import: the files have headings and no rows.',
)
