/** Ranks and titles that end in a full stop are no part of a name's initials; one letter with a stop is. */
const isTitle = (word: string) => /^\p{L}{2,}\.$/u.test(word)

/** Two letters for a person: "Maj. Gen. A. Wibanta" is AW. Joined letters of Arabic are kept apart. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word) && !isTitle(word))
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined]
  const letters = [first, last].map((word) => [...(word ?? '')][0] ?? '').filter(Boolean)
  const isJoined = /[\u0600-\u06ff]/.test(letters.join(''))
  return letters.join(isJoined ? '\u200c' : '').toUpperCase()
}
