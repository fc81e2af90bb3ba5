import { limits } from './document-shape.ts'

const schemes = ['https:', 'mailto:']

/**
 * The address a link may lead to, in its normal form, or null: `https:` and `mailto:` only, no user name in it, no
 * control characters or spaces that a browser would ignore (SEC-077). Internationalised hosts become their ASCII form.
 */
export function safeLink(raw: unknown): string | null {
  if (typeof raw !== 'string' || raw.length > limits.linkLength) return null
  const trimmed = raw.trim()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a browser drops tabs and line feeds inside a scheme
  if (/[\u0000-\u0020\u007f\\]/.test(trimmed) || !/^[a-z]+:/i.test(trimmed) || !URL.canParse(trimmed)) return null
  const url = new URL(trimmed)
  if (!schemes.includes(url.protocol) || url.username || url.password) return null
  if (url.protocol === 'https:' && !/^https:\/\//i.test(trimmed)) return null
  return url.protocol === 'https:' ? url.href : mailAddress(url)
}

/** What a person types as a link: an address without a scheme means `https:`, one with an @ means `mailto:`. */
export function linkFromTyping(typed: string): string | null {
  const text = typed.trim()
  if (/^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[a-z0-9.-]+:\d+(\/|$)/i.test(text)) return safeLink(text)
  if (/^[^\s@/]+@[^\s@/]+$/.test(text)) return safeLink(`mailto:${text}`)
  return /^[^\s/?#]+\.[^\s/?#]+/.test(text) ? safeLink(`https://${text}`) : null
}

/** The place a link leads to, for the reader: the host, or the mail address. */
export function linkHost(href: string): string {
  const url = new URL(href)
  return url.protocol === 'mailto:' ? url.pathname : url.host
}

/** Headers in a mailto address could add recipients without the writer seeing them. */
const mailAddress = ({ pathname, search, hash }: URL): string | null =>
  /^[^\s@?&,;%]+@[^\s@?&,;%]+$/.test(pathname) && !search && !hash ? `mailto:${pathname}` : null
