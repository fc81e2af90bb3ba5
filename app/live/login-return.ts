/** What the login's clock says: until when the login lasts, and in which capacity it acts. */
export interface LoginNow {
  readonly endsAt: string | null
  readonly acting: string | null
}

/** How long words that were not sent stay in a tab whose reader's access has ended (LV-27). */
export const keptInTabMs = 3_600_000

/** Who is signed in now, seen from a page of this accreditation: nobody, the same, or somebody it keeps nothing for. */
export type Return = 'nobody' | 'same' | 'somebodyElse'

export function returnOf({ endsAt, acting }: LoginNow, accreditationId: string | null): Return {
  if (endsAt === null) return 'nobody'
  return accreditationId !== null && acting === accreditationId ? 'same' : 'somebodyElse'
}

/** Asked without prolonging the login; null while the server cannot be asked. */
export async function readLogin(): Promise<LoginNow | null> {
  try {
    const response = await fetch('/login-clock')
    const read: unknown = response.ok ? await response.json() : null
    return isLogin(read) ? read : null
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return null
    throw error
  }
}

const isLogin = (value: unknown): value is LoginNow =>
  typeof value === 'object' && value !== null && 'endsAt' in value && 'acting' in value
