import { expect, test } from 'vitest'
import { linkFromTyping, linkHost, safeLink } from './link-address.ts'

test('[SEC-077] [ED-4] a link leads to https: or mailto: and hides nothing', () => {
  expect(safeLink('https://example.org')).toBe('https://example.org/')
  expect(safeLink(' HTTPS://Example.ORG/Docs?a=1#p2 ')).toBe('https://example.org/Docs?a=1#p2')
  expect(safeLink('mailto:desk@example.org')).toBe('mailto:desk@example.org')
})

test('[SEC-077] [ED-4] every other address is refused', () => {
  const refused = [
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html;base64,PHNjcmlwdD4=',
    'vbscript:msgbox(1)',
    'blob:https://example.org/1',
    'file:///etc/passwd',
    'http://example.org',
    '//example.org',
    '/local',
    'https:example.org',
    'https:\\\\example.org',
    'https://user:secret@example.org',
    'https://example.org@evil.example',
    'https://exam ple.org',
    'mailto:desk@example.org?bcc=spy@evil.example',
    'mailto:a@b,c@d',
    'mailto:',
    `https://example.org/${'a'.repeat(2_000)}`,
    '',
    null,
    42,
    {},
  ]
  for (const address of refused) expect(safeLink(address), String(address)).toBeNull()
})

test('[SEC-077] [ED-4] a host in other letters is shown as what it is', () => {
  expect(safeLink('https://exаmple.org/')).toBe('https://xn--exmple-4nf.org/')
  expect(linkHost('https://xn--exmple-4nf.org/')).toBe('xn--exmple-4nf.org')
  expect(linkHost('mailto:desk@example.org')).toBe('desk@example.org')
})

test('[ED-4] what people type becomes an address', () => {
  expect(linkFromTyping('example.org/docs')).toBe('https://example.org/docs')
  expect(linkFromTyping('example.org:8443/docs')).toBe('https://example.org:8443/docs')
  expect(linkFromTyping('desk@example.org')).toBe('mailto:desk@example.org')
  expect(linkFromTyping('https://example.org')).toBe('https://example.org/')
  for (const typed of ['javascript:alert(1)', 'javascript:80/', 'word', 'two words', '', 'http://example.org'])
    expect(linkFromTyping(typed), typed).toBeNull()
})
