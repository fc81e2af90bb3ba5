import type { Locale } from '#app/kernel/actor.ts'
import { locales } from '#app/kernel/actor.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { must } from '#app/kernel/must.ts'
import type { Tx } from '#app/kernel/work.server.ts'
import { appearance } from './appearance.ts'
import { capacitiesOf, namesAround } from './capacities.server.ts'
import { breachedPasswords, commonPasswords } from './common-passwords.server.ts'
import { normalEmail } from './email.ts'
import { passwordProblem } from './password-rules.ts'

type Row = NonNullable<Awaited<ReturnType<Tx['person']['findUnique']>>>

export interface SignInName {
  readonly person: Row
  /** The capacity named by an accreditation number. */
  readonly accreditationId: string | null
}

/** Whoever an e-mail address or an accreditation number names; a number that two conferences gave names nobody. */
export async function personNamed(tx: Tx, typed: string): Promise<SignInName | null> {
  if (typed.includes('@')) {
    const person = await tx.person.findUnique({ where: { email: normalEmail(typed) } })
    return person && { person, accreditationId: null }
  }
  const found = await tx.accreditation.findMany({
    where: { badge: { equals: typed.trim(), mode: 'insensitive' }, step: 'ACTIVE' },
    include: { person: true },
    take: 2,
  })
  const [only, other] = found
  return only && !other ? { person: only.person, accreditationId: only.id } : null
}

export const localeOf = (text: string): Locale =>
  must(
    locales.find((each) => each === text),
    `no locale ${text}`,
  )

export const appearanceOf = ({ theme, contrast, digits }: Pick<Row, 'theme' | 'contrast' | 'digits'>) =>
  appearance.parse({ theme, contrast, digits })

/** Throws at the form's field when this password will not do for this person. */
export async function assertGoodPassword(
  tx: Tx,
  password: string,
  { personId, names, field }: { personId: string | null; names: readonly string[]; field: string },
): Promise<void> {
  const around = personId ? namesAround(await capacitiesOf(tx, personId)) : []
  const context = ['Plenary', ...names, ...around]
  const problem = passwordProblem(password, { common: commonPasswords, breached: breachedPasswords, context })
  if (!problem) return
  const { code, sentence, params } = problem
  throw new DomainError('invalid', code, sentence, { params, fields: [{ path: field, code, sentence, params }] })
}
