/**
 * Where the focus goes in a list of `count` for a key: up and down go round, Home and End to the ends. From outside the
 * list (`here` −1) down is the first and up the last. Undefined for every other key.
 */
export function nextPlace(key: string, here: number, count: number): number | undefined {
  if (count === 0) return undefined
  switch (key) {
    case 'ArrowDown':
      return (here + 1) % count
    case 'ArrowUp':
      return here <= 0 ? count - 1 : here - 1
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
