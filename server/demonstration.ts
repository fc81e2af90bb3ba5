import type { Database } from './store/database.ts'

/** The conference that a fresh clone shows. */
export interface Demonstration {
  /** Plays it into an empty database; one that holds anything is left as it is. */
  load(database: Database, say: (line: string) => void): Promise<void>
}

export interface SignIn {
  /** `Head of delegation, Norway` */
  readonly who: string
  readonly email: string
  readonly password: string
}

/** What is printed under the address, so that nobody has to look for it. */
export function signInLines(signIns: readonly SignIn[]): string[] {
  const width = Math.max(...signIns.map(({ who }) => who.length), 0)
  const passwords = new Set(signIns.map(({ password }) => password))
  const isCommon = passwords.size === 1
  return [
    ...(isCommon ? [`Everybody's password is: ${[...passwords].join('')}`] : []),
    ...signIns.map(({ who, email, password }) => `  ${who.padEnd(width)}  ${email}${isCommon ? '' : `  ${password}`}`),
  ]
}
