import { expect, test } from 'vitest'
import { en } from '#app/i18n/messages/en.ts'
import { fr } from '#app/i18n/messages/fr.ts'
import { createWords } from '#app/i18n/words.ts'
import { check } from './check.ts'
import type { TableName } from './columns.ts'
import { type Known, nothingKnown } from './known.ts'
import { columnIn, reasonIn } from './problem-words.ts'
import { readTables } from './read-tables.ts'

const lorvaine = {
  id: 'lorvaine',
  code: 'LRV',
  kind: 'STATE',
  names: { en: 'Lorvaine' },
  hasHead: true,
  isAsked: true,
} as const

/** Tables as they are typed here: a row a line, cells with a semicolon between them. */
function checked(tables: Partial<Record<TableName, string>>, known: Known = nothingKnown) {
  const rowsOf = (text: string) =>
    text.split('\n').map((line, index) => ({ row: index + 1, cells: line.split(';').map((cell) => cell.trim()) }))
  const files = Object.entries(tables).map(([name, text]) => [name, { name: `${name}.csv`, rows: rowsOf(text) }])
  const around = { known, conference: null, instantAt: (time: string) => new Date(`${time}:00Z`) }
  return check(readTables(Object.fromEntries(files), around), known)
}
const spots = (problems: ReturnType<typeof checked>['problems']) =>
  problems.map(({ column, value, code }) => [column, value, code])

test('[IM-4] a delegation that is there already is not called similar to itself, nor without a head', () => {
  const known = { ...nothingKnown, delegations: [lorvaine] }
  const again = checked(
    {
      delegations: 'Code;Name\nLRV;Lorvaine',
      participants: 'Name;E-mail;Delegation;Role\nA;a@lrv.example;LRV;Drafter',
    },
    known,
  )
  expect(spots(again.problems)).toEqual([['Code', 'LRV', 'imports/code-taken']])
  expect(again.warnings).toEqual([])
  expect(spots(checked({ delegations: 'Code;Name\nLRV;Lorvaine\nLRV;Lorvaine' }).warnings)).toEqual([])
  expect(spots(checked({ delegations: 'Code;Name\nXAB;Lorvaine' }, known).warnings)).toEqual([
    ['Name', 'Lorvaine', 'imports/similar-names'],
  ])
})

test('[IM-4] a column is named as its writer named it, else as the template in the language of the table', () => {
  expect(spots(checked({ delegations: 'Code;Nom court\nLRV;Lorvaine\nLRW;Lorvaines' }).warnings)).toEqual([
    ['Nom court', 'Lorvaines', 'imports/similar-names'],
  ])
  expect(spots(checked({ delegations: 'Code;Credentials;State\nLRV;perhaps;Lorvaine' }).problems)).toEqual([
    ['Credentials', 'perhaps', 'imports/choice'],
  ])
  expect(spots(checked({ delegations: 'Code;Kind\nLRV;State' }).problems)).toEqual([
    ['Name (English)', '', 'field/required'],
  ])
  expect(spots(checked({ delegations: 'Code;Catégorie\nLRV;État' }).problems)).toEqual([
    ['Nom (anglais)', '', 'field/required'],
  ])
  expect(spots(checked({ participants: 'Nom;Délégation;Rôle\nA;Secrétariat;Juriste' }).problems)).toEqual([
    ['Courriel', '', 'imports/column-missing'],
    ['Courriel', '', 'field/email'],
  ])
})

test('[IM-4] what may be written is said in the reader’s language, all of it', () => {
  const { problems } = checked({
    delegations: 'Code;Kind;Language;Name\nLRV;Guest;Klingon;Lorvaine',
    participants: 'Name;E-mail;Delegation;Role\nA;a@x.example;LRX;Ambassador',
    agenda: 'Number;Title;Body;Kind;Outcome\n1;Opening;Plenary;odd;nothing',
  })
  const [english, french] = [createWords('en', en), createWords('fr', fr)]
  const said = (words: typeof english) =>
    problems.filter(({ code }) => code === 'imports/choice').map((problem) => reasonIn(words, problem))
  expect(said(english)).toEqual([
    'Write one of these: Procedural, Substantive.',
    'Write one of these: Decision, Recommendation, To take note.',
    'Write one of these: English, French, Arabic, Spanish, Russian, Chinese.',
    'Write one of these: State, Observer organisation.',
    expect.stringMatching(/^Write one of these: Organiser, .*, Head of the observer delegation, Observer\.$/),
  ])
  expect(said(french)[3]).toBe('Écrivez l’une de ces valeurs : État, Organisation observatrice.')
})

test('[IM-4] what was typed in the form has the form’s labels', () => {
  const words = createWords('fr', fr)
  const problem = { file: '', row: null, column: 'endsOn', value: '', code: 'conference/dates', sentence: '' }
  expect(columnIn(words, problem)).toBe(fr.conference.endsOn)
  expect(columnIn(words, { ...problem, file: 'c.json', column: 'conference.endsOn' })).toBe('conference.endsOn')
})
