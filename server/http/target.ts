import type { Refusal } from './refuse.ts'

export interface Target {
  readonly path: string
  readonly parameters: URLSearchParams
}

const longest = 4_096
const mostParameters = 60
const unwantedNames = new Set(['_data', '__proto__', 'constructor', 'prototype'])
// biome-ignore-start lint/suspicious/noControlCharactersInRegex: these are what must not enter
const controls = /[\u0000-\u001f\u007f]/
// Tab, line feed and carriage return may stand in a text that a form sends by GET.
const controlsInText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: these are what must not enter

const badAddress: Refusal = { status: 400, reason: 'address' }
const badParameters: Refusal = { status: 400, reason: 'parameters' }

/**
 * The address asked for, or why it cannot be one. Whatever passes means the same to every parser behind us: no dots to
 * resolve, no slash to merge, no control character, no name given twice (SEC-080 d).
 */
export function readTarget(url: string): Target | Refusal {
  if (url.length > longest) return { status: 414, reason: 'tooLong' }
  const [path = '', ...query] = url.split('?')
  if (!isPlainPath(path)) return badAddress
  const parameters = new URLSearchParams(query.join('?'))
  const names = [...parameters.keys()]
  if (names.length > mostParameters || new Set(names).size !== names.length) return badParameters
  for (const [name, value] of parameters) {
    if (unwantedNames.has(name) || controls.test(name) || controlsInText.test(value)) return badParameters
  }
  return { path, parameters }
}

function isPlainPath(path: string): boolean {
  if (!path.startsWith('/') || path.includes('//')) return false
  // A parser that would rewrite the path would serve something else than what we look at here.
  if (!URL.canParse(path, 'http://x') || new URL(path, 'http://x').pathname !== path) return false
  try {
    return !controls.test(decodeURIComponent(path))
  } catch {
    return false
  }
}

/**
 * `_routes` lets the pages' script ask for some parts of a page; each part authorises itself. A part this build does
 * not have is a guess, or a script older than this build.
 */
export function judgeRoutes({ path, parameters }: Target, known: ReadonlySet<string>): Refusal | null {
  const wanted = parameters.get('_routes')
  if (wanted === null) return null
  return path.endsWith('.data') && wanted.split(',').every((route) => known.has(route)) ? null : badParameters
}
