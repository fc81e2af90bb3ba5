import type { Seat } from './cast.ts'

/** The people of the imported conference, with the passwords they will choose. */
const seat = (name: string, email: string, password: string): Seat => ({
  name,
  password,
  email: `${email}.example`,
})
export const people = {
  rapporteur: seat('Anselm Kjærgaard', 'anselm@secretariat.sound', 'nine ferries leave before the thaw'),
  head: seat('Solveig Håkonsdatter', 'solveig@varn', 'grey geese above the long jetty'),
  drafter: seat('Tomas O’Malley-Ruud', 'tomas@varn', 'a kettle sings on the fourth floor'),
  noteTaker: seat('Edda Lindqvist', 'edda@varn', 'copper roofs and a wet umbrella'),
  otherHead: seat('ليلى القاسمي', 'leila@qasr', 'seventeen lemons in a blue basket'),
  observer: seat('Élodie Brice-Nœuvéglise', 'elodie@concord', 'the orchard wall keeps its warmth'),
} as const

/** As a spreadsheet saves "CSV UTF-8" where the comma is the decimal sign: a BOM, semicolons, CRLF, quoted cells. */
const saved = (rows: readonly (readonly string[])[]): Buffer => {
  const cell = (text: string) => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return Buffer.from(`\u{feff}${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`)
}

const delegations = [
  [
    'Code',
    'Kind',
    'Name (English)',
    'Name (French)',
    'Name (Arabic)',
    'Formal name (English)',
    'Time zone of the capital',
  ],
  ['VAR', 'State', 'Varnland', 'Varnland', 'فارنلاند', 'Kingdom of Varnland; with its "Outer Isles"', 'Europe/Oslo'],
  ['QSR', 'State', 'Qasr', 'Qasr', 'القصر', 'Emirate of Qasr', 'Asia/Muscat'],
  ['COI', 'Observer', 'Concord of Isles', 'Concorde des îles', 'وفاق الجزر', '', 'Africa/Tunis'],
]

const place = ({ name, email }: Seat, ...rest: readonly string[]) => [name, email, ...rest]
const participants = [
  ['Name', 'E-mail', 'Delegation', 'Role', 'Bodies', 'Language'],
  place(people.rapporteur, 'Secretariat', 'Rapporteur', 'Plenary', 'English'),
  place(people.head, 'VAR', 'Head of delegation', 'Plenary, WG.1', 'English'),
  place(people.drafter, 'VAR', 'Drafter', 'Plenary, WG.1', 'English'),
  place(people.noteTaker, 'VAR', 'Note-taker', 'Plenary', 'English'),
  place(people.otherHead, 'QSR', 'رئيس الوفد', 'Plenary, WG.1', 'English'),
  place(people.observer, 'COI', 'Observer', 'Plenary', 'English'),
]

export const item4 = { number: '4', title: 'Command arrangements; liaison with “host” forces' }

/** The meeting is on the day on which the test runs. */
const agenda = (day: string) => [
  [
    'Number',
    'Title (English)',
    'Title (Arabic)',
    'Body',
    'Minutes',
    'Open to observers',
    'Date',
    'Start',
    'End',
    'Room',
  ],
  ['1', 'Opening of the Conference', 'افتتاح المؤتمر', 'Plenary', '10', 'yes', day, '08:00', '08:10', 'Sound Room'],
  ['2', 'Adoption of the agenda', 'إقرار جدول الأعمال', 'Plenary', '10', 'yes', day, '08:10', '08:20', 'Sound Room'],
  ['3', 'Contributions\nto the Force', 'المساهمات في القوة', 'Plenary', '', 'no', day, '08:20', '10:00', 'Sound Room'],
  [item4.number, item4.title, 'ترتيبات القيادة', 'Plenary', '90', 'yes', day, '10:00', '12:00', 'Sound Room'],
  ['5', 'Structure of the Force', 'هيكل القوة', 'Working Group 1', '', 'no', '', '', '', ''],
]

export interface Sheet {
  readonly name: string
  readonly mimeType: 'text/csv'
  readonly buffer: Buffer
}
const sheet = (name: string, rows: readonly (readonly string[])[]): Sheet => ({
  name,
  mimeType: 'text/csv',
  buffer: saved(rows),
})

export const goodSheets = (day: string) => ({
  delegations: sheet('delegations.csv', delegations),
  participants: sheet('participants.csv', participants),
  agenda: sheet('agenda.csv', agenda(day)),
})

interface Slip {
  /** As the spreadsheet numbers it: the headings are row 1, and a cell of two lines is in one row. */
  readonly row: number
  readonly column: string
  readonly value: string
  readonly reason: string
}

/** What somebody mistyped in the same tables, by file as the list has it, and the sentence that must say so. */
const slips: Readonly<Record<'delegations' | 'participants' | 'agenda', readonly Slip[]>> = {
  agenda: [
    { row: 3, column: 'Minutes', value: 'ten', reason: 'Enter a whole number, in digits.' },
    { row: 5, column: 'Open to observers', value: 'perhaps', reason: 'Write yes or no.' },
    { row: 6, column: 'Number', value: '1', reason: 'Item 1 is there already under another title.' },
  ],
  delegations: [
    {
      row: 3,
      column: 'Time zone of the capital',
      value: 'Muscat',
      reason: 'This is no time zone. Write it as a place, such as Asia/Qatar or Europe/Paris.',
    },
    { row: 4, column: 'Kind', value: 'Guest', reason: 'Write one of these: State, Observer organisation.' },
  ],
  participants: [
    {
      row: 3,
      column: 'E-mail',
      value: 'solveig at varn',
      reason: 'Enter an e-mail address, such as name@example.org.',
    },
    { row: 4, column: 'Delegation', value: 'VRA', reason: 'There is no delegation with the code VRA.' },
    { row: 6, column: 'Role', value: 'Ambassador', reason: 'Write one of these' },
  ],
}

const mistyped = (rows: readonly (readonly string[])[], wrong: readonly Slip[]) =>
  rows.map((cells, index) =>
    cells.map((cell, place) => {
      const slip = wrong.find(({ row, column }) => row === index + 1 && column === rows[0]?.[place])
      return slip ? slip.value : cell
    }),
  )

export const badSheets = (day: string) => ({
  delegations: sheet('delegations.csv', mistyped(delegations, slips.delegations)),
  participants: sheet('participants.csv', mistyped(participants, slips.participants)),
  agenda: sheet('agenda.csv', mistyped(agenda(day), slips.agenda)),
})

export const everySlip = Object.entries(slips).flatMap(([table, wrong]) =>
  wrong.map((slip) => ({ file: `${table}.csv`, ...slip })),
)
