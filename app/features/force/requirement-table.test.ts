import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvRows } from '#app/features/imports/csv-rows.server.ts'
import { csvText } from '#app/features/imports/csv-text.ts'
import { catalogueOf } from '#app/i18n/catalogues.server.ts'
import { locales } from '#app/kernel/actor.ts'
import { must } from '#app/kernel/must.ts'
import type { Element } from './contract.ts'
import { requirementRows } from './requirement-export.ts'
import { tableWords } from './requirement-headings.ts'
import { readRequirement } from './requirement-table.ts'
import { capabilities, priorities } from './terms.ts'

const words = tableWords(locales.map(catalogueOf))
const phases = [
  { phaseId: 'PH1', name: 'Phase 1' },
  { phaseId: 'PH2', name: 'Phase 2' },
]
const battalion: Element = {
  elementId: 'E4',
  serial: 4,
  name: 'Battalion 1',
  capability: 'MANOEUVRE',
  sector: 'South',
  priority: 'IMPORTANT',
  isCritical: true,
  isIndivisible: true,
  maxContributors: 3,
  specification: 'Wheeled',
  note: null,
  required: { PH1: 700, PH2: 700 },
}
const read = (text: string, elements: readonly Element[] = []) => {
  const rows = csvRows(text, 100)
  if (!('rows' in rows)) throw new Error('no table')
  return readRequirement(rows.rows, { phases, elements }, words)
}
const codesIn = (text: string, elements?: readonly Element[]) =>
  read(text, elements).problems.map(({ row, column, code }) => [row, column, code])

test('a table pasted from a spreadsheet becomes elements, with capabilities by word or code', () => {
  const { elements, problems } = read(
    'No.\tElement\tCapability\tCritical\tPhase 1\tPhase 2\n1\tForce HQ\tHeadquarters\tyes\t240\t340\n2\tHospital\tMEDICAL_R3\t\t\t180',
  )
  expect(problems).toEqual([])
  expect(elements.map(({ fields }) => [fields.serial, fields.name, fields.capability, fields.isCritical])).toEqual([
    [1, 'Force HQ', 'HQ', true],
    [2, 'Hospital', 'MEDICAL_R3', false],
  ])
  expect(elements[1]?.fields.required).toEqual({ PH1: 0, PH2: 180 })
})

test('[EC-81] French and Arabic tables are read: headings, capabilities, digits and separators', () => {
  const french = read('N°;Élément;Capacité;Priorité;Phase 1;PHASE 2\n3;Génie;Génie;souhaitable;1 200;1.500\n')
  expect(french.problems).toEqual([])
  expect(french.elements[0]?.fields).toMatchObject({
    capability: 'ENGINEER',
    priority: 'DESIRABLE',
    required: { PH1: 1200, PH2: 1500 },
  })
  const arabic = read('الرقم,العنصر,القدرة,Phase 1\n٤,الهندسة,الهندسة,"١٬٢٠٠"\n')
  expect(arabic.problems).toEqual([])
  expect(arabic.elements[0]?.fields).toMatchObject({ serial: 4, capability: 'ENGINEER', required: { PH1: 1200 } })
})

test('[EC-81] every bad cell is named at once, with its row, its column and what stands there', () => {
  const table = [
    'No.,Element,Capability,Priority,Critical,Most contributors,Phase 1',
    '1,HQ,Headquarters,essential,yes,2,240',
    'x,,Cavalry,high,perhaps,0,-5',
    '1,Reserve,Reserve,,,,12.5',
  ].join('\n')
  const { problems } = read(table)
  expect(problems.map(({ row, column, value, code }) => [row, column, value, code])).toEqual(
    [
      [3, 'No.', 'x', 'field/number'],
      [3, 'Element', '', 'field/required'],
      [3, 'Capability', 'Cavalry', 'force/table-capability'],
      [3, 'Priority', 'high', 'force/table-priority'],
      [3, 'Critical', 'perhaps', 'force/table-yes-no'],
      [3, 'Most contributors', '0', 'field/too-small'],
      [3, 'Phase 1', '-5', 'force/strength-negative'],
      [4, 'No.', '1', 'force/table-serial-twice'],
      [4, 'Phase 1', '12.5', 'force/strength-decimal'],
    ].sort((a, b) => Number(a[0]) - Number(b[0])),
  )
  expect(problems.find(({ code }) => code === 'force/table-serial-twice')?.params).toEqual({ first: 2 })
})

test('[FS-28] a row with more cells than headings is refused: a figure that fell apart at its comma is no other figure', () => {
  const headings = 'No.,Element,Capability,Phase 1,Phase 2'
  const table = `${headings}\n1,HQ,HQ,1,200,340\n2,Reserve,Reserve,1,200,\n3,Hospital,MEDICAL_R3,0,"1,200"\n`
  const { elements, problems } = read(table)
  expect(problems.map(({ row, value, code }) => [row, value, code])).toEqual([
    [2, '340', 'force/table-cells'],
    [3, '', 'force/table-cells'],
  ])
  expect(elements.map(({ fields }) => [fields.serial, fields.required])).toEqual([[3, { PH1: 0, PH2: 1_200 }]])
  // Spreadsheets save empty columns after the last heading, and the rows have as many.
  expect(codesIn(`${headings},,\n1,HQ,HQ,240,340,,\n`)).toEqual([])
  expect(codesIn(`${headings},,\n1,HQ,HQ,1,200,340,\n`)).toEqual([[2, '', 'force/table-cells']])
  const pasted = headings.replaceAll(',', '\t')
  expect(codesIn(`${pasted}\n1\tHQ\tHQ\t1,200\t1,340\n`)).toEqual([])
  expect(codesIn(`${pasted}\n1\tHQ\tHQ\t1\t200\t340\n`)).toEqual([[2, '', 'force/table-cells']])
})

test('headings that are missing, unknown or there twice are said once, and no row is read under them', () => {
  expect(codesIn('No.,Element,Phase 1\n1,HQ,x\n')).toEqual([[1, 'capability', 'force/table-no-column']])
  expect(codesIn('No.,Element,Capability,Phase 3,Number\n1,HQ,HQ,5,1\n')).toEqual([
    [1, 'Phase 3', 'force/table-column'],
    [1, 'Number', 'force/table-column-twice'],
  ])
  expect(codesIn('No.,Element,Capability\n')).toEqual([[1, '', 'force/table-empty']])
})

test('an element with a known serial is changed; what the table does not say stays as it was', () => {
  const { elements, problems } = read('No.,Element,Capability,Phase 2\n4,Battalion A,Manoeuvre,650\n', [battalion])
  expect(problems).toEqual([])
  const { elementId: _, ...before } = battalion
  expect(elements).toEqual([
    { elementId: 'E4', fields: { ...before, name: 'Battalion A', required: { PH1: 700, PH2: 650 } } },
  ])
})

const text = (longest: number) =>
  fc
    .string({ maxLength: longest, unit: fc.constantFrom(...'abcé إسك,;"=-+ 9٤') })
    .map((each) => each.replace(/\s+/g, ' ').trim())
const anElement = fc.record({
  elementId: fc.constant('E'),
  serial: fc.integer({ min: 1, max: 9_999 }),
  name: text(30).map((each) => `N${each}`.trim()),
  capability: fc.constantFrom(...capabilities),
  sector: text(20).map((each) => each || null),
  priority: fc.constantFrom(...priorities),
  isCritical: fc.boolean(),
  isIndivisible: fc.boolean(),
  maxContributors: fc.integer({ min: 1, max: 200 }),
  specification: text(40).map((each) => each || null),
  note: text(20).map((each) => each || null),
  required: fc.record({ PH1: fc.nat(1_000_000), PH2: fc.nat(1_000_000) }),
})

test('what leaves as a table comes back as it was, in every language', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anElement, { selector: ({ serial }) => serial, minLength: 1, maxLength: 5 }),
      fc.constantFrom(...locales),
      (elements, locale) => {
        const rows = requirementRows({ phases, elements }, catalogueOf(locale))
        const back = read(csvText(rows, locale === 'fr' ? ';' : ','))
        expect(back.problems).toEqual([])
        const { elementId: _, ...first } = must(elements[0])
        expect(back.elements).toHaveLength(elements.length)
        expect(back.elements[0]?.fields).toEqual(first)
      },
    ),
    { numRuns: 60 },
  )
})
