import type { Player } from './cast.ts'
import { leaksIn } from './secrets.ts'
import type { Stage } from './stage.ts'

/** Kept and shown to nobody, or written too late for anybody to look. */
const neverShown = /^(deleted words|basis on which|form of credentials|new )/

export type Canaries = ReturnType<typeof aCanaryWatch>

/** Looks through everything that reaches anybody. */
export function aCanaryWatch(stageNow: () => Stage) {
  const found = new Set<string>()
  const leaks: string[] = []
  return {
    leaks,
    look(player: Player, at: string, bytes: string): void {
      const { register } = stageNow()
      leaks.push(...leaksIn(bytes, register.unknownTo(player)).map((where) => `${player.name} at ${at}: ${where}`))
      for (const { word } of register.secrets) if (bytes.includes(word)) found.add(word)
    },
    hasFound: (wanted: string) =>
      stageNow().register.secrets.some(({ word, where }) => where === wanted && found.has(word)),
    /** Words that nobody came across. Each was where somebody may read it, or its absence elsewhere shows nothing. */
    unseen: () =>
      stageNow()
        .register.secrets.filter(({ word, where }) => !found.has(word) && !neverShown.test(where))
        .map(({ where }) => where),
  }
}
