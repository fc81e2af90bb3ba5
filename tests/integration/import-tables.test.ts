import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adoptAgenda, agendaBoard } from '#app/features/agenda/contract.ts'
import { people } from '#app/features/conference/contract.ts'
import { acceptInvitation, invitationShown, neverSignedIn } from '#app/features/identity/invitation-contract.ts'
import { type GivenLinks, giveLinks, importTemplate, receiveImport } from '#app/features/imports/contract.ts'
import { must } from '#app/kernel/must.ts'
import { anItem } from '#tests/support/agenda.ts'
import { aBrowser } from '#tests/support/identity.ts'
import { aFile, confirm, sendTables } from '#tests/support/imports.ts'
import { refusal } from '#tests/support/refusal.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const bom = '\ufeff'
const delegations = [
  'Code;Nom (français);Name (English);Nom (arabe);Type;Fuseau horaire',
  'LRV;Lorvaine;Lorvaine;"لورفين";État;Europe/Paris',
  'STG;"Saltings (les)";Saltings;سولتينغز;State;Pacific/Auckland',
  'IRO;"Organisation ""IRO""";IRO;;observateur;',
].join('\r\n')
const participants = [
  'PRÉNOM,NOM,Grade ou titre,Courriel,Délégation,Rôle,Organes',
  'Étienne,Marsault,"Général, 2e section",Etienne.Marsault@LRV.example,LRV,Chef de délégation,"Plénière, WG.1"',
  'Agnès,Dubreck,,agnes.dubreck@lrv.example,lrv,Rédactrice,',
  'Hinewai,Marsh,,hinewai.marsh@stg.example,STG,Head of delegation,Plenary',
  'Hinewai,Marsh,,hinewai.marsh@stg.example,LRV,Military adviser,Plenary',
  'Desta,Alemu,,desta@iro.example,IRO,Head,',
  'Noor,Haddadine,,noor@secretariat.example,Secrétariat,Rapporteur,Plenary',
].join('\n')
const agenda = [
  'Number\tTitle\tTitre\tBody\tMinutes\tObservers\tDate\tStart\tEnd\tRoom',
  '1\tOpening\tOuverture\tPlenary\t20\tyes\t2026-10-20\t9:00\t9:20\tGreat Hall',
  '2\tStructure\tStructure\tWorking Group 1\t\t\t\t\t\t',
  '2(a)\tRequirements\t\tWorking Group 1\t\t\t20/10/2026\t14h00\t15h15\tLantern Room',
  '2(a)\t\t\t\t\t\t20.10.2026\t15:30\t16:00\tLantern Room',
  '3\tLogistics\t\tWorking Group 2\t\t\t\t\t\t',
].join('\r\n')

describe('three tables into a conference', () => {
  test('[IM-6] [EC-1] [EC-13] are read as a secretariat keeps them, and become what they say', async () => {
    const organiser = await world.as('organiser')
    const preview = await sendTables(organiser, { delegations: bom + delegations, participants, agenda })
    expect(preview.problems).toEqual([])
    expect(preview.counts).toMatchObject({
      rows: 14,
      states: 2,
      observers: 1,
      people: 5,
      accreditations: 6,
      secretariat: 1,
    })
    expect(preview.counts).toMatchObject({ bodies: 1, rooms: 2, items: 3, subItems: 1, meetings: 2, slots: 3 })
    expect(preview.warnings.map(({ code, row, value }) => [code, row, value])).toEqual([
      ['imports/new-body', 6, 'Working Group 2'],
      ['imports/two-places', 5, 'hinewai.marsh@stg.example'],
    ])
    await confirm(organiser, preview)

    const board = await organiser.ask(agendaBoard, {})
    const items = new Map(board.items.map((item) => [item.number, item]))
    expect([...items.keys()]).toEqual(['1', '2', '2(a)', '3'])
    expect(items.get('2(a)')?.parentId).toBe(items.get('2')?.itemId)
    expect(items.get('1')).toMatchObject({ isOpenToObservers: true, allottedMinutes: 20, names: { fr: 'Ouverture' } })
    expect(board.bodies.map(({ symbol }) => symbol)).toEqual(['TSF/PC.1', 'TSF/PC.1/WG.1', 'TSF/PC.1/WG.2'])
    expect(board.meetings.map(({ startsAt, endsAt, room }) => [startsAt, endsAt, room])).toEqual([
      ['2026-10-20T06:00:00.000Z', '2026-10-20T06:20:00.000Z', 'Great Hall'],
      ['2026-10-20T11:00:00.000Z', '2026-10-20T13:00:00.000Z', 'Lantern Room'],
    ])
    const { delegations: seated } = await organiser.ask(people, {})
    const lorvaine = seated.find(({ code }) => code === 'LRV')
    expect(lorvaine).toMatchObject({ names: { ar: 'لورفين', fr: 'Lorvaine' }, timeZone: 'Europe/Paris' })
    expect(lorvaine?.members.map(({ name, role, email }) => [name, role, email])).toEqual([
      ['Étienne Marsault', 'HEAD', 'etienne.marsault@lrv.example'],
      ['Agnès Dubreck', 'DRAFTER', 'agnes.dubreck@lrv.example'],
      ['Hinewai Marsh', 'MILITARY_ADVISER', 'hinewai.marsh@stg.example'],
    ])
    expect(seated.find(({ code }) => code === 'IRO')?.members[0]?.role).toBe('OBSERVER_HEAD')
    expect(seated.find(({ code }) => code === 'IRO')?.names).toEqual({ en: 'IRO', fr: 'Organisation "IRO"' })
  })

  test('[IM-4] every bad row is said at once: file, row, column, value and reason', async () => {
    const organiser = await world.as('organiser')
    const preview = await sendTables(organiser, {
      delegations:
        'Code,Name,Time zone\nIKD,Iskandra again,Asia/Jakarta\nT,Tamarra,Africa/Cairo\nZMR,Zembria,Mars/Olympus\n',
      participants:
        'Name,E-mail,Delegation,Role\n' +
        'A Person,not an address,ZMR,Head\n\n' +
        'B Person,b@x.example,XXX,Head\n' +
        'C Person,c@x.example,ZMR,Admiral\n' +
        'D Person,d@x.example,ZMR,Chair\n' +
        'E Person,e@x.example,LRV,Head\n',
      agenda:
        'Number,Under item,Title,Body,Date,Start,End\n' +
        '7,99,Reports,Plenary,,,\n' +
        '8,,Conclusions,Plenary,2026-10-21,15:00,14:00\n' +
        '9,,Closure,Plenary,3/4/2026,15:00,\n' +
        '1,,Another opening,Plenary,,,\n',
    })
    expect(preview.problems.map(({ file, row, column, value, code }) => [file, row, column, value, code])).toEqual([
      ['agenda.csv', 2, 'Under item', '99', 'imports/unknown-parent'],
      ['agenda.csv', 3, 'End', '14:00', 'agenda/ends-before-start'],
      ['agenda.csv', 4, 'End', '', 'imports/time-incomplete'],
      ['agenda.csv', 4, 'Date', '3/4/2026', 'imports/date'],
      ['agenda.csv', 5, 'Number', '1', 'imports/given-twice'],
      ['delegations.csv', 2, 'Code', 'IKD', 'imports/code-taken'],
      ['delegations.csv', 3, 'Code', 'T', 'imports/code-form'],
      ['delegations.csv', 4, 'Time zone', 'Mars/Olympus', 'imports/time-zone'],
      ['participants.csv', 2, 'E-mail', 'not an address', 'field/email'],
      ['participants.csv', 4, 'Delegation', 'XXX', 'imports/unknown-delegation'],
      ['participants.csv', 5, 'Role', 'Admiral', 'imports/choice'],
      ['participants.csv', 7, 'Role', 'Head', 'imports/second-head'],
    ])
    expect(preview.problems.every(({ sentence }) => sentence.length > 10)).toBe(true)
    await expect(confirm(organiser, preview)).rejects.toThrow(refusal('imports/still-to-correct'))
  })

  test('[IM-6] a sub-item comes under an item that the conference has', async () => {
    const organiser = await world.as('organiser')
    const { itemId } = await anItem(world, { number: '71' })
    const preview = await sendTables(organiser, { agenda: 'Number,Title,Body\n71(a),Under it,Plenary\n' })
    expect(preview.problems).toEqual([])
    await confirm(organiser, preview)
    const { items } = await organiser.ask(agendaBoard, {})
    expect(items.find(({ number }) => number === '71(a)')?.parentId).toBe(itemId)
  })

  test('[IM-4] a sub-item without its item is said, in the column of the numbers', async () => {
    const organiser = await world.as('organiser')
    for (const [heading, cell] of [
      ['', ''],
      ['Under item,', ','],
    ]) {
      const agenda = `Number,${heading}Title,Body\n73(a),${cell}Alone,Plenary\n74 (A),${cell}Before it,Plenary\n74,${cell}After,Plenary\n`
      const { problems, counts } = await sendTables(organiser, { agenda })
      expect(problems.map(({ file, row, column, value, sentence }) => [file, row, column, value, sentence])).toEqual([
        ['agenda.csv', 2, 'Number', '73(a)', 'There is no item 73 for 73(a) to stand under.'],
      ])
      expect(counts.subItems).toBe(1)
    }
  })

  test('[IM-4] a choice is asked for in the words one writes in a table, and these are taken', async () => {
    const organiser = await world.as('organiser')
    const bad = await sendTables(organiser, {
      delegations: 'Code,Name,Kind\nGST,Guestland,Guest\n',
      agenda: 'Number,Title,Body,Outcome\n75,For what,Plenary,Maybe\n',
    })
    expect(bad.problems.map(({ column, sentence }) => [column, sentence])).toEqual([
      ['Outcome', 'Write one of these: Decision, Recommendation, Take note.'],
      ['Kind', 'Write one of these: State, Observer.'],
    ])
    const good = await sendTables(organiser, {
      delegations: 'Code,Name,Kind\nGST,Guestland,Observer\n',
      agenda: 'Number,Title,Body,Outcome\n75,For what,Plenary,Take note\n',
    })
    expect(good.problems).toEqual([])
  })

  test('[IM-4] [EC-12] similar names, two places and delegations without a head are pointed out', async () => {
    const organiser = await world.as('organiser')
    const preview = await sendTables(organiser, {
      delegations: 'Code,Name\nETS,East Tharsia\nWTH,West Tharsia\nEST,Estonmark\n',
      participants: 'Name,E-mail,Delegation,Role\nA,a@ets.example,ETS,Head\nA,a@ets.example,WTH,Deputy\n',
    })
    expect(preview.problems).toEqual([])
    expect(preview.warnings.map(({ code }) => code)).toEqual([
      'imports/similar-names',
      'imports/no-head',
      'imports/similar-codes',
      'imports/no-head',
      'imports/two-places',
    ])
  })

  test('[IM-6] a table without what it is about says which column is missing', async () => {
    const organiser = await world.as('organiser')
    const preview = await sendTables(organiser, {
      participants: 'Name;Shoe size;Email;E-mail\nA;42;a@x.example;b@x.example\n',
    })
    expect(preview.problems.map(({ code, column }) => [code, column])).toEqual([
      ['imports/column-missing', 'Delegation'],
      ['imports/column-missing', 'Role'],
      ['imports/column-twice', 'Email'],
      ['imports/choice', 'Role'],
    ])
    expect(preview.warnings.map(({ code, column }) => [code, column])).toEqual([
      ['imports/column-unknown', 'Shoe size'],
    ])
  })

  test('[IM-6] the templates can be filled in and sent, in English and in French', async () => {
    const organiser = await world.as('organiser')
    for (const locale of ['en', 'fr'] as const) {
      const parts = ['delegations', 'participants', 'agenda'] as const
      const texts = await Promise.all(parts.map((part) => organiser.ask(importTemplate, { part, locale })))
      const [first, second, third] = texts.map(({ text }) => free(text))
      const preview = await sendTables(organiser, { delegations: first, participants: second, agenda: third })
      expect(preview.problems).toEqual([])
      expect(preview.warnings.filter(({ code }) => code === 'imports/column-unknown')).toEqual([])
    }
  })

  test('[IM-12] an adopted agenda takes no more items from a table', async () => {
    const secretary = await world.as('secretary')
    await secretary.mutate(adoptAgenda, { symbol: 'TSF/PC.1/1', basis: 'Decision PC.1/1' })
    const preview = await sendTables(await world.as('organiser'), { agenda: 'Number,Title\n20,Another one\n' })
    expect(preview.problems.map(({ code }) => code)).toEqual(['imports/agenda-adopted'])
  })
})

describe('tables that found a conference', () => {
  test('[IM-1] need to be told which, and a conference file is sent alone', async () => {
    const organiser = await world.as('organiser')
    const files = [aFile('delegations', delegations)]
    await expect(organiser.mutate(receiveImport, { into: 'NEW', files })).rejects.toMatchObject({
      fields: [{ code: 'imports/which-conference' }],
    })
    const both = [aFile('conference', '{}'), ...files]
    await expect(organiser.mutate(receiveImport, { into: 'NEW', files: both })).rejects.toMatchObject({
      fields: [{ code: 'imports/file-stands-alone' }],
    })
    await expect(organiser.mutate(receiveImport, { into: 'NEW', files: [] })).rejects.toMatchObject({
      fields: [{ code: 'imports/no-file' }],
    })
  })
})

/** The template with codes and a meeting that the conference does not have. */
const free = (template: string) =>
  template
    .replaceAll('IKD', 'QQQ')
    .replaceAll('RCO', 'QQR')
    .replace(/([,;])1([,;])/, '$19$2')

const tokenFor = ({ links }: GivenLinks, name: string) =>
  must(
    links
      .find(({ email }) => email.startsWith(name))
      ?.path.split('/')
      .at(-1),
  )

describe('first passwords after an import', () => {
  test('[IM-11] one link for each person, whoever has two places; used once, it lets them in', async () => {
    const organiser = await world.as('organiser')
    const { people: waiting } = await organiser.ask(neverSignedIn, {})
    expect(waiting.filter(({ name }) => name === 'Hinewai Marsh')).toHaveLength(2)
    const first = await organiser.mutate(giveLinks, {})
    expect(first.links.map(({ email }) => email).sort()).toEqual([
      'agnes.dubreck@lrv.example',
      'desta@iro.example',
      'etienne.marsault@lrv.example',
      'hinewai.marsh@stg.example',
      'noor@secretariat.example',
    ])
    const old = tokenFor(first, 'agnes')
    expect(await world.anonymous.ask(invitationShown, { token: old })).toMatchObject({
      state: 'open',
      purpose: 'ACCESS',
    })
    const token = tokenFor(await organiser.mutate(giveLinks, {}), 'agnes')
    expect(await world.anonymous.ask(invitationShown, { token: old })).toEqual({ state: 'gone' })
    const password = 'harbour lantern at half past nine'
    const chosen = { token, name: 'Agnès Dubreck', password, browser: aBrowser() }
    const opened = await world.anonymous.mutate(acceptInvitation, chosen)
    expect(opened).toMatchObject({ outcome: 'signed-in' })
    // Somebody of LRV is there now: whoever sits there waits for their word.
    const steps = (await organiser.mutate(giveLinks, {})).links.map(({ step }) => step)
    expect(steps.sort()).toEqual(['AWAITING_HEAD', 'AWAITING_HEAD', 'OPEN', 'OPEN'])
  })

  test('[IM-11] links are the secretariat’s to give', async () => {
    for (const seat of ['IKD.head', 'RCO.head', 'chair'] as const) {
      const caller = await world.as(seat)
      await expect(caller.mutate(giveLinks, {})).rejects.toThrow()
    }
  })
})

describe('a large conference', () => {
  test('[IM-2] five thousand rows are written in one go', async () => {
    const organiser = await world.as('organiser')
    const before = await world.database.prisma.accreditation.count()
    const rows = Array.from({ length: 4_990 }, (_, index) => `Person ${index},person${index}@big.example,BIG,Drafter`)
    const preview = await sendTables(organiser, {
      delegations: 'Code,Name\nBIG,Bigland\n',
      participants: ['Name,E-mail,Delegation,Role', ...rows].join('\n'),
    })
    expect(preview.problems).toEqual([])
    await confirm(organiser, preview)
    expect(await world.database.prisma.accreditation.count()).toBe(before + 4_990)
    expect((await organiser.mutate(giveLinks, {})).links.length).toBeGreaterThan(4_990)
  }, 60_000)
})
