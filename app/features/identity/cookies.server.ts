import { type Appearance, readAppearance, writeAppearance } from './appearance.ts'

export type Cookies = ReturnType<typeof createCookies>

const day = 86_400
const ages = { device: 180 * day, invitation: 600, locale: 365 * day, look: 365 * day, login: day / 2 } as const

/**
 * Every cookie of the product in one place. All are out of reach of scripts, sent to this site only and, over https,
 * bound to this host by their prefix (SEC-041). Plain names exist only for the demonstration on loopback.
 */
export function createCookies({ isSecure }: { isSecure: boolean }) {
  const names = {
    login: isSecure ? '__Host-session' : 'session',
    device: isSecure ? '__Host-device' : 'device',
    invitation: isSecure ? '__Host-invitation' : 'invitation',
    locale: 'locale',
    look: 'look',
  } as const
  const write = (name: keyof typeof names, value: string, maxAge: number | null) =>
    [
      `${names[name]}=${value}`,
      'Path=/',
      ...(maxAge === null ? [] : [`Max-Age=${maxAge}`]),
      'HttpOnly',
      'SameSite=Lax',
      ...(isSecure ? ['Secure'] : []),
    ].join('; ')
  const token = (header: string | null | undefined, name: 'login' | 'device' | 'invitation') => {
    const value = cookieIn(header, names[name])
    return value && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : null
  }

  return {
    names,
    /** On a shared computer the cookie goes when the browser closes. */
    login: (value: string, { isShared }: { isShared: boolean }) => write('login', value, isShared ? null : ages.login),
    endLogin: () => write('login', '', 0),
    readLogin: (header: string | null | undefined) => token(header, 'login'),
    device: (value: string) => write('device', value, ages.device),
    readDevice: (header: string | null | undefined) => token(header, 'device'),
    invitation: (value: string) => write('invitation', value, ages.invitation),
    endInvitation: () => write('invitation', '', 0),
    readInvitation: (header: string | null | undefined) => token(header, 'invitation'),
    locale: (value: string) => write('locale', value, ages.locale),
    readLocale: (header: string | null | undefined) => cookieIn(header, names.locale),
    look: (value: Appearance) => write('look', writeAppearance(value), ages.look),
    readLook: (header: string | null | undefined) => readAppearance(cookieIn(header, names.look)),
  }
}

/** One cookie as it was sent; nothing is decoded, so nothing malformed can throw. */
function cookieIn(header: string | null | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return null
}
