import { describe, expect, test } from 'vitest'
import { breachedPasswords, commonPasswords } from './common-passwords.server.ts'
import { normalPassword, passwordProblem } from './password-rules.ts'

const known = {
  common: commonPasswords,
  breached: breachedPasswords,
  context: ['Plenary', 'Ingrid Falkenrath', 'ingrid.falkenrath', 'Norrvik', 'TSF/PC.1'],
}
const codeOf = (password: string) => passwordProblem(password, known)?.code ?? null

describe('[ID-3] length', () => {
  test.each([
    ['fourteen chars', 'identity/password-short'],
    ['', 'identity/password-short'],
    ['vier Pferde trinken', null],
    ['x'.repeat(3) + 'a tall ship and a star to steer her by '.repeat(3).slice(0, 125), null],
    ['ü7'.repeat(65), 'identity/password-long'],
  ])('[SEC-032] %s', (password, code) => expect(codeOf(password)).toBe(code))

  test('[SEC-032] length is counted in characters after composition, of any script', () => {
    expect(codeOf('قهوة الصباح في الميناء')).toBeNull()
    expect(codeOf('港の朝は静かで海は青く船が二隻いる')).toBeNull()
    // Fourteen letters, one of them typed as two code points.
    expect(codeOf('mer calme e\u0301te\u0301')).toBe('identity/password-short')
    expect(normalPassword('e\u0301')).toBe('\u00e9')
  })

  test('[SEC-032] no kind of character is asked for, and spaces at the ends are part of it', () => {
    expect(codeOf('seven grey gulls walk the pier')).toBeNull()
    expect(normalPassword('  two  spaces ')).toBe('  two  spaces ')
  })
})

describe('[ID-4] what is well known', () => {
  test.each([
    ['passwordpassword', 'identity/password-pattern'],
    ['passwordletmein', 'identity/password-common'],
    ['P4ssw0rd!P4ssw0rd!', 'identity/password-pattern'],
    ['Correct-Horse-Battery-Staple', 'identity/password-common'],
    ['MayTheForceBeWithYou1', 'identity/password-common'],
    ['Football2026!!!!', 'identity/password-common'],
    ['iloveyouforever2026', 'identity/password-common'],
    ['Welcome to Plenary 2026', 'identity/password-common'],
    ['motdepassesecret', 'identity/password-common'],
    ['كلمة المرور السلام عليكم', 'identity/password-common'],
    ['qwertyuiopasdfghjkl', 'identity/password-pattern'],
    ['1qaz2wsx3edc4rfv', 'identity/password-pattern'],
    ['1234567890123456', 'identity/password-pattern'],
    ['abcdefghijklmnop', 'identity/password-pattern'],
    ['zzzzzzzzzzzzzzzzz', 'identity/password-pattern'],
    ['blue-gull-7blue-gull-7', 'identity/password-pattern'],
    ['Falkenrath2026!!', 'identity/password-context'],
    ['ingridfalkenrath', 'identity/password-context'],
    ['norrvik-norrvik1', 'identity/password-context'],
    ['TSFPC1-norrvik-2026', 'identity/password-context'],
  ])('[SEC-033] %s is refused with its reason', (password, code) => expect(codeOf(password)).toBe(code))

  test('[SEC-033] the word that gives it away is named', () => {
    expect(passwordProblem('Falkenrath2026!!', known)?.params).toEqual({ word: 'falkenrath' })
  })

  test('[SEC-033] more than three thousand common passwords of this length are refused', () => {
    const candidates = new Set<string>()
    const endings = ['', '1', '123', '!', '2026', '1234']
    const entries = [...commonPasswords]
    for (const entry of entries) {
      if (entry.length >= 15) candidates.add(entry)
      for (const ending of endings) candidates.add(`${entry}${entry}${ending}`)
      for (const other of entries.slice(0, 3)) for (const ending of endings) candidates.add(`${other}${entry}${ending}`)
    }
    const long = [...candidates].filter((each) => [...each].length >= 15)
    expect(long.length).toBeGreaterThan(3_000)
    expect(long.filter((each) => codeOf(each) === null)).toEqual([])
  })

  test('[SEC-033] what became public in breaches is refused, alone, doubled, in pairs and with a year', () => {
    expect(breachedPasswords.size).toBeGreaterThan(40_000)
    const entries = [...breachedPasswords].filter((entry) => entry.length >= 7)
    const sample = entries.filter((_, place) => place % 41 === 0)
    const candidates = [
      ...entries.filter((entry) => entry.length >= 15),
      ...sample.flatMap((entry, place) => [`${entry} ${entry} 2019`, `${entry} ${sample.at(-1 - place)} 2024`]),
    ].filter((each) => [...each].length >= 15)
    expect(candidates.length).toBeGreaterThan(1_000)
    expect(candidates.filter((each) => codeOf(each) === null)).toEqual([])
  })

  test.each([
    ['Trustno1-bigdaddy', 'identity/password-common'],
    ['bigdaddy stingray 1999', 'identity/password-common'],
    ['stingray-thx1138', 'identity/password-common'],
  ])('[SEC-033] %s is refused', (password, code) => expect(codeOf(password)).toBe(code))

  test.each([
    'x#9$kL!vq@2&Rz*',
    'kXv9-trWq-82mZ-pLdA',
    'The minister takes tea at dawn',
    'le phoque gris dort sur la jetée',
    'three brown hens cross a wet road',
  ])('[SEC-033] %s is taken', (password) => expect(codeOf(password)).toBeNull())
})
