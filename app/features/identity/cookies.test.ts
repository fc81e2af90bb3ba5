import { expect, test } from 'vitest'
import { plainAppearance } from './appearance.ts'
import { createCookies } from './cookies.server.ts'

const secure = createCookies({ isSecure: true })
const token = 'k'.repeat(43)

test('[SEC-041] the login cookie is bound to the host, closed to scripts and lasts no longer than the login', () => {
  expect(secure.login(token, { isShared: false })).toBe(
    `__Host-session=${token}; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure`,
  )
  expect(secure.endLogin()).toBe('__Host-session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure')
})

test('[SEC-041] the plain name is for http on loopback only', () => {
  const plain = createCookies({ isSecure: false })
  expect(plain.login(token, { isShared: false })).toBe(
    `session=${token}; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax`,
  )
  expect(secure.readLogin(`session=${token}`)).toBeNull()
  expect(plain.readLogin(`session=${token}`)).toBe(token)
})

test('[ID-8] on a shared computer the login goes when the browser closes', () => {
  expect(secure.login(token, { isShared: true })).not.toContain('Max-Age')
})

test('[SEC-029] the invitation cookie lasts ten minutes and is closed to scripts', () => {
  expect(secure.invitation(token)).toMatch(
    /^__Host-invitation=k{43}; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/,
  )
})

test('[SEC-041] malformed cookies are no cookies, and nothing throws', () => {
  for (const header of [
    null,
    undefined,
    '',
    '=',
    ';;;',
    '%=%E0%A4%A',
    `__Host-session=${token}x`,
    '__Host-session=%00',
    '__Host-session',
  ]) {
    expect(secure.readLogin(header)).toBeNull()
  }
  expect(secure.readLogin(`a=%E0%A4%A; __Host-session=${token} ; b`)).toBe(token)
})

test('[ID-13] the look of pages is read back from its cookie, and anything else is the plain one', () => {
  const look = { theme: 'dark', contrast: 'more', digits: 'arab' } as const
  const [pair = ''] = secure.look(look).split(';')
  expect(secure.readLook(pair)).toEqual(look)
  for (const value of ['look=', 'look=dark', 'look=dark.more.latn<script>', 'look=pink.more.latn']) {
    expect(secure.readLook(value)).toEqual(plainAppearance)
  }
})
