import type { PlainKey } from '#app/i18n/message-types.ts'
import type { Words } from '#app/i18n/words.ts'
import { choiceWords } from './choices.ts'
import type { ImportProblem } from './contract.ts'

/** Why a value will not do, in the reader's language: what may be written instead is said as it would be written. */
export function reasonIn(words: Words, problem: ImportProblem): string {
  const choice = choiceWords(words, problem.params?.choice)
  if (!choice) return words.refusal(problem)
  const values = choice.join(words.locale === 'ar' ? '، ' : ', ')
  return words.refusal({ ...problem, params: { ...problem.params, values } })
}

/** What was typed in the form stands in no file, and has the form's labels. */
const labels: Readonly<Record<string, PlainKey>> = {
  symbolRoot: 'conference.symbolRoot',
  startsOn: 'conference.startsOn',
  endsOn: 'conference.endsOn',
}

/** Where a value stands, in the words of whoever wrote it. */
export function columnIn({ t }: Words, { file, column }: ImportProblem): string {
  const label = file === '' ? labels[column] : undefined
  return label ? t(label) : column
}
