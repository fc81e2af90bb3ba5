const nowhere = 'http://nowhere.invalid'
const longest = 2_000
// Controls and backslashes: browsers drop the former and read the latter as slashes.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not enter
const deceptive = /[\u0000-\u001f\u007f-\u009f\\\u2028\u2029\ufeff]/

/**
 * The path (with query and fragment) of this site that `target` names, or null: the only thing a redirect may follow
 * when the address came from outside (SEC-085). Nothing that a browser could read as another host, in any encoding
 * that a proxy, a router or a second decoding might undo, passes.
 */
export function localPath(target: string | null | undefined): string | null {
  if (!target || target.length > longest) return null
  for (const reading of readings(target)) if (!isLocal(reading)) return null
  const url = new URL(target, nowhere)
  return url.pathname + url.search + url.hash
}

/** The text itself, then its path decoded again and again: what comes after `?` or `#` names no host. */
function readings(target: string): string[] {
  const found = [target]
  let path = target.replace(/[?#].*$/s, '')
  for (let round = 0; round < 4 && path.includes('%'); round++) {
    try {
      path = decodeURIComponent(path)
    } catch {
      return [...found, '']
    }
    found.push(path)
  }
  return found
}

function isLocal(path: string): boolean {
  if (!path.startsWith('/') || path.startsWith('//') || deceptive.test(path)) return false
  if (!URL.canParse(path, nowhere)) return false
  const url = new URL(path, nowhere)
  // `/..//evil.example` becomes `//evil.example` once the dots are gone.
  return url.origin === nowhere && !url.pathname.startsWith('//')
}
