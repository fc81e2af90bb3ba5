import type { Known } from './known.ts'
import { type Parts, type Problem, problem } from './parts.ts'
import { isSimilarCode, isSimilarName, spell } from './similar-names.ts'

/** Codes are given once, and the lot falls on a state of this conference. */
export function delegationProblems({ delegations, lot }: Parts, known: Known): Problem[] {
  const taken = new Set(known.delegations.map(({ code }) => code))
  const seen = new Map<string, number | null>()
  const problems = delegations.flatMap(({ value: { code }, at }) => {
    if (taken.has(code))
      return problem(
        at,
        'code',
        'imports/code-taken',
        `The conference has a delegation with the code ${code} already.`,
        { code },
      )
    const row = seen.get(code)
    if (row !== undefined)
      return problem(at, 'code', 'imports/code-twice', `The code ${code} is given in row ${row} already.`, {
        code,
        row: row ?? 0,
      })
    seen.set(code, at('code').row)
    return []
  })
  const states = [...delegations.map(({ value }) => value), ...known.delegations].filter(({ kind }) => kind === 'STATE')
  if (!lot || lot.value.drawn.length === 1 || states.some(({ code }) => code === lot.value.drawn)) return problems
  return [
    ...problems,
    problem(lot.at, 'drawn', 'conference/lot-unknown', 'Enter one letter, or the code of a state of this conference.'),
  ]
}

/** EC-12: delegations that would be confused in a hurry are pointed out before anybody is. */
export function similarDelegations({ delegations }: Parts, known: Known): Problem[] {
  const all = [
    ...known.delegations.map((each) => ({ ...each, at: null, spelling: spell(nameOf(each)) })),
    ...delegations.map(({ value, at }) => ({ ...value, at, spelling: spell(nameOf(value)) })),
  ]
  if (all.length > mostCompared) return []
  return all.flatMap((one, place) =>
    all.slice(place + 1).flatMap((other) => {
      // The same code is one delegation, and said already.
      if (!other.at || one.code === other.code) return []
      const params = { name: nameOf(one), code: one.code, otherName: nameOf(other), otherCode: other.code }
      const both = `${params.name} (${one.code}) and ${params.otherName} (${other.code})`
      if (isSimilarName(one.spelling, other.spelling))
        return problem(
          other.at,
          'names',
          'imports/similar-names',
          `${both} have similar names. Lists show the code beside the name.`,
          params,
        )
      if (isSimilarCode(one.code, other.code))
        return problem(
          other.at,
          'code',
          'imports/similar-codes',
          `${both} have codes that are easily confused.`,
          params,
        )
      return []
    }),
  )
}

/** Every pair is looked at; no conference has as many delegations. */
const mostCompared = 500

const nameOf = ({ names, code }: { names: Readonly<Record<string, string>>; code: string }) =>
  names.en ?? Object.values(names)[0] ?? code
