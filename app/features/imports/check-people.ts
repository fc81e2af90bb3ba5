import { rightsOpenTo } from '#app/features/identity/usual-rights.ts'
import { type Role, sideOfRole } from '#app/kernel/actor.ts'
import type { Known } from './known.ts'
import { type Entry, type Participant, type Parts, type Problem, problem, type Reading } from './parts.ts'

type Kind = 'STATE' | 'OBSERVER'
const headRoles: readonly Role[] = ['HEAD', 'OBSERVER_HEAD']
/** Everybody has a place there is, a role of its side, and one address; a delegation has one head. */
export function peopleProblems({ parts, unread }: Reading, known: Known): Problem[] {
  const kindOf = kindsIn(parts, known)
  const bodies = new Set([...parts.bodies.map(({ value }) => value.ref), ...known.bodies.map(({ id }) => id)])
  const once = createOnce()
  const heads = new Set(known.delegations.filter(({ hasHead }) => hasHead).map(({ code }) => code))
  const members = new Set(known.members.map(seatOf))
  const invited = new Set(known.invited.map(seatOf))
  const names = new Map<string, string>()
  const badges = new Set(known.badges)

  return parts.participants.flatMap((entry) => {
    const { value: person, at } = entry
    const code = person.delegation
    const found: Problem[] = []
    const say = (field: string, refusal: string, sentence: string, params?: Problem['params']) =>
      found.push(problem(at, field, refusal, sentence, params))

    if (code && !kindOf.has(code) && !unread.has(code.toLowerCase()))
      say('delegation', 'imports/unknown-delegation', `There is no delegation with the code ${code}.`, { code })
    else if (!isOfSide(person.role, code, code ? kindOf.get(code) : undefined) && (!code || kindOf.has(code)))
      say(
        'role',
        'imports/role-of-another-side',
        'This role belongs to another kind of delegation, or to the secretariat.',
      )
    else if (person.rights?.some((right) => !rightsOpenTo(person.role).includes(right)))
      say('rights', 'imports/rights-of-another-side', 'These rights do not go with this role.')

    const before = names.get(person.email)
    if (before !== undefined && before !== person.name)
      say('email', 'imports/two-names', `This address is ${before}’s further up. Two people need two addresses.`, {
        name: before,
      })
    names.set(person.email, before ?? person.name)

    const seat = seatOf(person)
    if (members.has(seat)) say('email', 'imports/already-member', 'This person is a member already.')
    else if (invited.has(seat))
      say('email', 'imports/already-invited', 'This person is invited to this place already. See the page People.')
    else if (!once(seat)) say('email', 'imports/person-twice', 'This person has this place already, further up.')

    if (code && headRoles.includes(person.role) && (heads.has(code) || !once(`head of ${code}`)))
      say('role', 'imports/second-head', `${code} has a head already. A delegation has one.`, { code })

    if (person.badge && (badges.has(person.badge) || !once(`badge ${person.badge}`)))
      say('badge', 'imports/badge-twice', `The number ${person.badge} is given already.`, { badge: person.badge })
    person.bodies.forEach((ref, place) => {
      if (!bodies.has(ref) && !unread.has(ref.toLowerCase()))
        say(`bodies.${place}`, 'imports/unknown-body', `There is no body called ${ref}.`, { name: ref })
    })
    return found
  })
}

const seatOf = ({ email, delegation }: { readonly email: string; readonly delegation: string | null }) =>
  `${email} ${delegation ?? ''}`

/** People in two delegations, and delegations for which nobody can act yet. */
export function peopleWarnings({ parts }: Reading, known: Known): Problem[] {
  if (parts.participants.length === 0) return []
  const heads = parts.participants
    .filter(({ value }) => headRoles.includes(value.role))
    .map(({ value }) => value.delegation)
  const there = new Set(known.delegations.map(({ code }) => code))
  const headless = parts.delegations
    .filter(({ value: { code } }) => !heads.includes(code) && !there.has(code))
    .map(({ value: { code }, at }) =>
      problem(at, 'code', 'imports/no-head', `${code} has no head of delegation: nobody can table or speak for it.`, {
        code,
      }),
    )
  const places = new Map<string, Entry<Participant>[]>()
  for (const entry of parts.participants)
    places.set(entry.value.email, [...(places.get(entry.value.email) ?? []), entry])
  const twice = [...places.values()].flatMap((entries) => {
    const before = known.members.filter(({ email }) => email === entries[0]?.value.email).map((each) => each.delegation)
    const codes = [...new Set([...before, ...entries.map(({ value }) => value.delegation)])].map(
      (code) => code ?? 'SEC',
    )
    const last = entries.at(-1)
    if (!last || codes.length < 2) return []
    const params = { name: last.value.name, codes: codes.join(', ') }
    return problem(
      last.at,
      'email',
      'imports/two-places',
      `${params.name} acts for ${params.codes}, for one at a time.`,
      params,
    )
  })
  return [...headless, ...twice]
}

const kindsIn = (parts: Parts, known: Known): ReadonlyMap<string, Kind> =>
  new Map([
    ...known.delegations.map(({ code, kind }) => [code, kind] as const),
    ...parts.delegations.map(({ value: { code, kind } }) => [code, kind] as const),
  ])

const isOfSide = (role: Role, code: string | null, kind: Kind | undefined): boolean => {
  const side = sideOfRole(role)
  return code === null ? side === 'secretariat' : side === (kind === 'OBSERVER' ? 'observer' : 'state')
}

/** True the first time. */
function createOnce() {
  const seen = new Set<string>()
  return (key: string): boolean => !seen.has(key) && Boolean(seen.add(key))
}
