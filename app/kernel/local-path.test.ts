import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localPath } from './local-path.ts'

describe('[SEC-085] redirects lead only to paths of this site', () => {
  test.each([
    '/',
    '/agenda',
    '/agenda/Qk3-x_9?tab=notes#p4',
    '/agenda?next=https://example.org/a',
    '/minutes/3.Rev.1',
    '/search?q=%D8%A7%D9%84%D8%A3%D9%85%D9%86',
    '/a%20b',
    '/@me',
  ])('[SEC-085] %s is kept as it is', (target) => {
    expect(localPath(target)).toBe(target)
  })

  test('[SEC-085] letters outside ASCII come back encoded', () => {
    expect(localPath('/délégation')).toBe('/d%C3%A9l%C3%A9gation')
  })

  test.each([
    ['nothing', ''],
    ['another site', 'https://evil.example/'],
    ['a relative path', 'agenda'],
    ['two slashes', '//evil.example'],
    ['three slashes', '///evil.example'],
    ['slash and backslash', '/\\evil.example'],
    ['two backslashes', '\\\\evil.example'],
    ['a backslash further on', '/a\\..\\evil.example'],
    ['a backslash, encoded', '/%5Cevil.example'],
    ['a slash, encoded', '/%2Fevil.example'],
    ['a slash, encoded in small letters', '/%2f%2fevil.example'],
    ['a slash, encoded twice', '/%252Fevil.example'],
    ['a backslash, encoded three times', '/%25255Cevil.example'],
    ['a tab between slashes', '/\t/evil.example'],
    ['a line feed between slashes', '/\n/evil.example'],
    ['a carriage return, encoded', '/%0D%0ASet-Cookie:x=1'],
    ['a tab, encoded', '/%09/evil.example'],
    ['a leading space', ' /agenda'],
    ['a leading no-break space', '\u00a0//evil.example'],
    ['a byte-order mark', '\ufeff//evil.example'],
    ['a NUL', '/\u0000/evil.example'],
    ['a NUL, encoded', '/%00'],
    ['dots that leave two slashes', '/..//evil.example'],
    ['dots, encoded, that leave two slashes', '/%2e%2e//evil.example'],
    ['a dot that leaves two slashes', '/.//evil.example'],
    ['two slashes after an inner step back', '/a/..//evil.example'],
    ['a scheme', 'javascript:alert(1)'],
    ['a scheme in mixed letters', 'JaVaScRiPt:alert(1)'],
    ['data', 'data:text/html,x'],
    ['a malformed escape', '/%E0%A4%A'],
    ['half an escape', '/%'],
    ['credentials', '//user@evil.example'],
    ['an at sign after a host', 'https:@evil.example'],
    ['a scheme with one slash', 'https:/evil.example'],
    ['a very long path', `/${'a'.repeat(3000)}`],
  ])('[SEC-085] %s is refused', (_name, target) => {
    expect(localPath(target)).toBeNull()
  })

  test('[SEC-085] whatever passes stays on the site that is asked', () => {
    const parts = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2f',
      '%5c',
      '%252f',
      '\t',
      '@',
      ':',
      'evil.example',
      '?',
      '#',
      '%',
      'a',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 9 }), (pieces) => {
        const path = localPath(pieces.join(''))
        if (path === null) return
        expect(new URL(path, 'https://plenary.example/x/y').origin).toBe('https://plenary.example')
        expect(path).toMatch(/^\/(?![/\\])/)
      }),
      { numRuns: 5_000 },
    )
  })
})
