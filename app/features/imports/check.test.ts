import { describe, expect, test } from 'vitest'
import { check, mostListed, mostRows } from './check.ts'
import type { ConferenceFileInput } from './conference-file.ts'
import { exampleFile } from './example-file.ts'
import { readFileEntries } from './file-entries.ts'
import { readJson } from './json-lines.ts'
import { nothingKnown } from './known.ts'

const instantAt = (time: string) => new Date(time.length > 16 ? time : `${time}:00Z`)
const checked = (file: unknown) =>
  check(
    readFileEntries(readJson(JSON.stringify(file, null, 1)), 'c.json', (time) => instantAt(time)),
    nothingKnown,
  )
const codes = (file: unknown) => checked(file).problems.map(({ column, code }) => [column, code])

const { delegations = [], people = [], agenda, meetings = [], bodies = [], rooms = [] } = exampleFile
const items = agenda?.items ?? []
const [item, , sub] = items
const [meeting] = meetings
const [head] = people.slice(2)
if (!item || !sub || !meeting || !head) throw new Error('the example has one of each')
const withPart = (part: Partial<ConferenceFileInput>) => ({ ...exampleFile, ...part })

test('[IM-4] the example has nothing to correct, and one person for two delegations', () => {
  const { problems, warnings } = checked(exampleFile)
  expect([problems, warnings.map(({ code }) => code)]).toEqual([[], ['imports/two-places']])
})

describe('what has to be corrected', () => {
  test.each<[string, unknown, [string, string][]]>([
    [
      'two delegations with one code',
      withPart({ delegations: [...delegations, ...delegations.slice(0, 1)] }),
      [['delegations[3].code', 'imports/code-twice']],
    ],
    [
      'a lot for a state that is not there',
      withPart({ lot: { drawn: 'ZZZ' } }),
      [['lot.drawn', 'conference/lot-unknown']],
    ],
    [
      'a second head',
      withPart({
        people: [...people, { ...head, email: 'x@ikd.example', accreditations: [{ delegation: 'IKD', role: 'HEAD' }] }],
      }),
      [['people[5].accreditations[0].role', 'imports/second-head']],
    ],
    [
      'a chair among the states',
      withPart({
        people: [
          ...people,
          { name: 'X', email: 'x@ikd.example', accreditations: [{ delegation: 'IKD', role: 'CHAIR' }] },
        ],
      }),
      [['people[5].accreditations[0].role', 'imports/role-of-another-side']],
    ],
    [
      'rights that do not go with a role',
      withPart({
        people: [
          ...people,
          {
            name: 'X',
            email: 'x@rco.example',
            accreditations: [{ delegation: 'RCO', role: 'OBSERVER', rights: ['TABLE'] }],
          },
        ],
      }),
      [['people[5].accreditations[0].rights', 'imports/rights-of-another-side']],
    ],
    [
      'one address for two people',
      withPart({
        people: [
          ...people,
          { ...head, name: 'Somebody Else', accreditations: [{ delegation: 'STG', role: 'DRAFTER' }] },
        ],
      }),
      [['people[5].email', 'imports/two-names']],
    ],
    [
      'the same seat twice',
      withPart({ people: [...people, { ...head, accreditations: [{ delegation: 'IKD', role: 'DRAFTER' }] }] }),
      [['people[5].email', 'imports/person-twice']],
    ],
    [
      'a number given twice',
      withPart({
        people: [
          ...people,
          {
            name: 'X',
            email: 'x@stg.example',
            accreditations: [{ delegation: 'STG', role: 'DRAFTER', badge: 'IKD-01' }],
          },
        ],
      }),
      [['people[5].accreditations[0].badge', 'imports/badge-twice']],
    ],
    [
      'a seat in a body that is not there',
      withPart({
        people: [
          ...people,
          {
            name: 'X',
            email: 'x@stg.example',
            accreditations: [{ delegation: 'STG', role: 'DRAFTER', bodies: ['WG9'] }],
          },
        ],
      }),
      [['people[5].accreditations[0].bodies[0]', 'imports/unknown-body']],
    ],
    [
      'an officer from a delegation',
      withPart({ bodies: bodies.map((body) => ({ ...body, chair: 'amina.qassar@ikd.example' })) }),
      [
        ['bodies[0].chair', 'imports/unknown-officer'],
        ['bodies[1].chair', 'imports/unknown-officer'],
      ],
    ],
    [
      'two plenaries',
      withPart({ bodies: bodies.map((body) => ({ ...body, kind: 'PLENARY' as const })) }),
      [['bodies[1].kind', 'agenda/one-plenary']],
    ],
    [
      'a room nobody knows',
      withPart({ rooms: [] }),
      [
        ['bodies[0].room', 'imports/unknown-room'],
        ['meetings[0].room', 'imports/unknown-room'],
      ],
    ],
    [
      'two rooms of one name',
      withPart({ rooms: [...rooms, { ref: 'other', name: 'great  hall' }] }),
      [['rooms[1].name', 'imports/given-twice']],
    ],
    [
      'an item under nothing',
      withPart({ agenda: { items: [...items, { ...sub, ref: 'x', number: 'x', parent: '99' }] } }),
      [['agenda.items[3].parent', 'imports/unknown-parent']],
    ],
    [
      'a third level',
      withPart({ agenda: { items: [...items, { ...sub, ref: 'x', number: 'x', parent: '6a' }] } }),
      [['agenda.items[3].parent', 'imports/third-level']],
    ],
    [
      'an item under itself',
      withPart({ agenda: { items: [...items, { ...sub, ref: 'x', number: 'x', parent: 'x' }] } }),
      [
        ['agenda.items[3].parent', 'imports/third-level'],
        ['agenda.items[3].parent', 'imports/circle'],
      ],
    ],
    [
      'a proposer nobody knows',
      withPart({ agenda: { items: [{ ...item, proposer: 'ZZZ' }, ...items.slice(1)] } }),
      [['agenda.items[0].proposer', 'imports/unknown-delegation']],
    ],
    [
      'a meeting that ends before it starts',
      withPart({ meetings: [{ ...meeting, endsAt: '2027-10-20T08:00', slots: [] }] }),
      [['meetings[0].endsAt', 'agenda/ends-before-start']],
    ],
    [
      'an item outside its meeting',
      withPart({
        meetings: [{ ...meeting, slots: [{ item: '1', startsAt: '2027-10-20T10:00', endsAt: '2027-10-20T11:00' }] }],
      }),
      [['meetings[0].slots[0].startsAt', 'imports/outside-the-meeting']],
    ],
    [
      'a slot for nothing',
      withPart({
        meetings: [{ ...meeting, slots: [{ item: '77', startsAt: '2027-10-20T09:00', endsAt: '2027-10-20T09:30' }] }],
      }),
      [['meetings[0].slots[0].item', 'imports/unknown-item']],
    ],
    [
      'days in the wrong order',
      withPart({ conference: { ...exampleFile.conference, endsOn: '2027-10-01' } }),
      [['conference.endsOn', 'conference/dates']],
    ],
    ['a field nobody asked for', { ...exampleFile, sponsors: [] }, [['sponsors', 'field/unknown']]],
    [
      'something else altogether',
      [1, 2],
      [
        ['format', 'imports/not-a-conference-file'],
        ['conference', 'field/required'],
        ['', 'imports/nothing'],
      ],
    ],
    ['a list that is none', withPart({ people: 'everybody' as never }), [['people', 'imports/list']]],
  ])('[IM-4] %s', (_name, file, expected) => {
    const found = codes(file)
    for (const each of expected) expect(found).toContainEqual(each)
  })

  test('[IM-4] what refers to something that cannot be read is not called unknown as well', () => {
    const [first, ...others] = delegations
    const found = codes(withPart({ delegations: [{ ...first, timeZone: 'Mars/Olympus' } as never, ...others] }))
    expect(found).toEqual([['delegations[0].timeZone', 'imports/time-zone']])
  })

  test('[IM-4] the line is that of the value', () => {
    const text = JSON.stringify(exampleFile, null, 1).replace('Asia/Jakarta', 'Nowhere')
    const line = text.slice(0, text.indexOf('Nowhere')).split('\n').length
    const reading = readFileEntries(readJson(text), 'c.json', (time) => instantAt(time))
    expect(check(reading, nothingKnown).problems).toMatchObject([{ file: 'c.json', row: line, value: 'Nowhere' }])
  })

  test('[IM-4] more rows than are taken are refused as a whole', () => {
    const many = Array.from({ length: mostRows + 1 }, (_, index) => ({ ref: String(index), name: String(index) }))
    expect(codes(withPart({ rooms: many }))).toEqual([['', 'imports/too-many-rows']])
  })
})

describe('[IM-5] [REL-20] what is listed weighs no more than a page', () => {
  test('the first problems are listed, and how many there are', () => {
    const wrong = Array.from({ length: mostListed + 100 }, () => ({ ...head, email: 'nowhere' }))
    const { problems, problemCount } = checked(withPart({ people: [...people, ...wrong] }))
    expect([problems.length, problemCount]).toEqual([mostListed, mostListed + 100])
  })

  test('of a long value enough is shown to find it again', () => {
    const email = `${'a'.repeat(9_000)}@ikd.example`
    const { problems } = checked(withPart({ people: [{ ...head, email }], [`k${'x'.repeat(9_000)}`]: 1 }))
    expect(problems.map(({ column }) => column.slice(0, 15))).toContain('people[0].email')
    expect(JSON.stringify(problems[0]).length).toBeLessThan(2_000)
    expect(JSON.stringify(problems.at(-1)).length).toBeLessThan(2_000)
  })
})

describe('what deserves a second look', () => {
  test('[IM-4] collisions, clashes and days outside the conference', () => {
    const slot = (startsAt: string, endsAt: string) => ({ item: '1', startsAt, endsAt })
    const { warnings, problems } = checked(
      withPart({
        meetings: [
          {
            ...meeting,
            slots: [slot('2027-10-20T09:00', '2027-10-20T09:30'), slot('2027-10-20T09:20', '2027-10-20T09:40')],
          },
          { ...meeting, number: 2, startsAt: '2027-10-20T10:00', endsAt: '2027-10-20T11:00', slots: [] },
          { ...meeting, number: 3, startsAt: '2027-10-25T10:00', endsAt: '2027-10-25T11:00', slots: [] },
        ],
      }),
    )
    expect(problems).toEqual([])
    expect(warnings.slice(1).map(({ column, code }) => [column, code])).toEqual([
      ['meetings[0].slots[1].startsAt', 'imports/clash'],
      ['meetings[1].startsAt', 'imports/collision'],
      ['meetings[2].startsAt', 'imports/outside-the-conference'],
    ])
  })
})
