import fc from 'fast-check'
import { usualRights } from '#app/features/identity/usual-rights.ts'
import { type ConferenceFile, type ConferenceFileInput, conferenceFile } from '#app/features/imports/conference-file.ts'
import { observerRoles, type Role, secretariatRoles, stateRoles } from '#app/kernel/actor.ts'

const letters = fc.string({ unit: fc.constantFrom(...'abcdefgh éüñاسمت’-'), minLength: 3, maxLength: 18 })
const name = fc
  .tuple(fc.constantFrom('East ', 'The ', 'الـ', ''), letters)
  .map(([start, rest]) => `${start}${rest}`.normalize('NFC').replace(/\s+/g, ' ').trim())
  .filter((text) => text.length > 1)
const names = fc.record({ en: name, fr: name, ar: name })
const code = fc.string({ unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), minLength: 2, maxLength: 5 })
const zone = fc.constantFrom('Asia/Qatar', 'Europe/Paris', 'Asia/Kathmandu', 'Pacific/Auckland', 'America/New_York')
const language = fc.constantFrom('en', 'fr', 'ar')

const delegation = fc.record({
  code,
  kind: fc.constantFrom('STATE', 'STATE', 'OBSERVER'),
  names,
  formalNames: fc.option(names, { nil: undefined }),
  sortKeys: fc.option(names, { nil: undefined }),
  article: fc.constantFrom('the', 'les', null),
  timeZone: zone,
  language,
  categories: fc.uniqueArray(fc.constantFrom('TCN', 'PCN', 'FCN'), { maxLength: 3 }),
  credentials: fc.record({
    step: fc.constantFrom('AWAITED', 'PROVISIONAL', 'ACCEPTED', 'CONTESTED'),
    form: fc.constantFrom('Note verbale', null),
    receivedAt: fc.constantFrom('2027-10-19T16:00:00+03:00', null),
  }),
})

const rolesOf: Readonly<Record<string, readonly Role[]>> = {
  STATE: stateRoles.filter((role) => role !== 'HEAD'),
  OBSERVER: observerRoles.filter((role) => role !== 'OBSERVER_HEAD'),
  SECRETARIAT: secretariatRoles.filter((role) => role !== 'ORGANISER'),
}

/** Some number from a list of whole numbers that fast-check made: picks without more arbitraries. */
const pick = <T>(list: readonly T[], number: number): T => {
  const picked = list[number % list.length]
  if (picked === undefined) throw new Error('nothing to pick from')
  return picked
}

/**
 * A sound conference file in which nothing is left to be filled in: what comes back from the conference can be compared
 * with it word by word. References are what an export makes of them.
 */
export const conferenceFiles: fc.Arbitrary<ConferenceFile> = fc
  .record({
    // Addresses of its own: whoever is known keeps their name.
    site: fc.stringMatching(/^[a-z]{12}$/),
    names,
    delegations: fc.uniqueArray(delegation, { selector: (each) => each.code, minLength: 1, maxLength: 6 }),
    rooms: fc.uniqueArray(name, { maxLength: 3, selector: (each) => each.toLowerCase() }),
    people: fc.array(fc.record({ name, dice: fc.nat() }), { maxLength: 12 }),
    secretariat: fc.array(fc.record({ name, dice: fc.nat() }), { minLength: 1, maxLength: 4 }),
    items: fc.array(fc.record({ names, subs: fc.array(names, { maxLength: 2 }), dice: fc.nat() }), { maxLength: 4 }),
    meetings: fc.array(fc.record({ minutes: fc.integer({ min: 20, max: 200 }), dice: fc.nat() }), { maxLength: 3 }),
    groups: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ delegations, rooms, ...made }) => {
    const symbols = ['ZZ/T.1', ...Array.from({ length: made.groups }, (_, index) => `ZZ/T.1/WG.${index + 1}`)]
    const secretariat = made.secretariat.map(({ name, dice }, index) => ({
      name,
      title: dice % 2 ? 'Ms' : null,
      email: `sec${index}@${made.site}.example`,
      language: pick(['en', 'fr', 'ar'], dice),
      accreditations: [
        {
          delegation: null,
          role: pick(rolesOf.SECRETARIAT ?? [], dice),
          rights: [],
          bodies: symbols,
          badge: `SEC-${index}`,
        },
      ],
    }))
    const heads = delegations.map(({ code, kind }) => ({
      name: `Head of ${code}`,
      title: null,
      email: `head.${code.toLowerCase()}@${made.site}.example`,
      language: 'en',
      accreditations: [place(code, kind === 'STATE' ? 'HEAD' : 'OBSERVER_HEAD', symbols, `${code}-H`)],
    }))
    const members = made.people.map(({ name, dice }, index) => {
      const of = pick(delegations, dice)
      const also = pick(delegations, dice + 1)
      const places = dice % 5 === 0 && also.code !== of.code ? [of, also] : [of]
      return {
        name,
        title: dice % 3 ? null : 'Colonel',
        email: `person${index}@${made.site}.example`,
        language: pick(['en', 'fr', 'ar'], dice),
        accreditations: places.map(({ code, kind }, number) =>
          place(code, pick(rolesOf[kind] ?? [], dice + number), symbols.slice(0, 1 + (dice % 2)), `${code}-${index}`),
        ),
      }
    })
    const items = made.items.flatMap(({ names, subs, dice }, index) => {
      const number = String(index + 1)
      const own = { ref: number, parent: null, body: pick(symbols, dice), number, names, ...extras(dice, delegations) }
      return [
        own,
        ...subs.map((names, sub) => {
          const label = `${number}(${'ab'[sub]})`
          return {
            ref: label,
            parent: number,
            body: own.body,
            number: label,
            names,
            ...extras(dice + sub + 1, delegations),
          }
        }),
      ]
    })
    const meetings = made.meetings.map(({ minutes, dice }, index) => {
      const start = Date.UTC(2027, 9, 20 + index, 6)
      const at = (offset: number) => new Date(start + offset * 60_000).toISOString()
      return {
        body: pick(symbols, dice),
        number: index + 1,
        room: rooms.length > 0 ? pick(rooms, dice) : null,
        startsAt: at(0),
        endsAt: at(minutes),
        privacy: pick(['OPEN', 'CLOSED_TO_PRESS', 'CLOSED', 'RESTRICTED'], dice),
        slots: items
          .slice(0, 2)
          .map(({ ref }, slot) => ({ item: ref, startsAt: at(slot * 10), endsAt: at(slot * 10 + 10) })),
      }
    })
    return conferenceFile.parse({
      format: 'plenary-conference',
      version: 1,
      conference: {
        names: made.names,
        shortName: 'T.1',
        symbolRoot: 'ZZ/T.1',
        kind: 'OTHER',
        venueName: 'House of Tests',
        city: 'Port Marrow',
        timeZone: 'Asia/Qatar',
        startsOn: '2027-10-20',
        endsOn: '2027-10-23',
        language: 'en',
        languages: ['en', 'fr', 'ar'],
        attribution: 'DELEGATION',
      },
      rooms: rooms.map((each) => ({ ref: each, name: each, capacity: null })),
      bodies: symbols.map((symbol, index) => ({
        ref: symbol,
        kind: index === 0 ? 'PLENARY' : 'WORKING_GROUP',
        names: { en: `Body ${index}` },
        symbol,
        parent: index === 0 ? null : symbols[0],
        room: rooms[0] ?? null,
        openTo: index === 0 ? 'ALL_ACCREDITED' : 'STATES',
        chair: secretariat[0]?.email,
        rapporteur: secretariat.at(-1)?.email,
      })),
      delegations,
      lot: { drawn: 'M', drawnAt: '2027-10-19T17:00:00.000Z' },
      people: [...secretariat, ...heads, ...members],
      agenda: { symbol: 'ZZ/T.1/1', items },
      meetings,
    } satisfies Record<keyof ConferenceFileInput, unknown>)
  })

const place = (delegation: string, role: Role, bodies: readonly string[], badge: string) => ({
  delegation,
  role,
  rights: [...usualRights(role)],
  bodies: [...bodies],
  badge,
})

const extras = (dice: number, delegations: readonly { code: string }[]) => ({
  kind: dice % 2 ? 'PROCEDURAL' : 'SUBSTANTIVE',
  outcome: pick(['DECISION', 'RECOMMENDATION', 'TAKE_NOTE', null], dice),
  allottedMinutes: dice % 3 ? (dice % 90) + 1 : null,
  isOpenToObservers: dice % 2 === 0,
  proposer: dice % 4 ? null : pick(delegations, dice).code,
})

/** The same file in an order that does not depend on where it comes from. */
export function inOneOrder(file: ConferenceFile): ConferenceFile {
  const by = <T>(list: readonly T[], key: (each: T) => string) => [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1))
  return {
    ...file,
    rooms: by(file.rooms, ({ ref }) => ref),
    delegations: by(file.delegations, ({ code }) => code),
    people: by(
      file.people.map((person) => ({
        ...person,
        accreditations: by(person.accreditations, ({ badge }) => badge ?? ''),
      })),
      ({ email }) => email,
    ),
    meetings: by(file.meetings, ({ startsAt, body }) => startsAt + body),
  }
}
