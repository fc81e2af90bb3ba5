import type { ForceStory } from './force-story.ts'
import type { Story } from './story.ts'

export interface Secret {
  /** The delegation's code, or a person's number where not even the delegation reads it. */
  readonly owner: string
  readonly text: string
}

/** Every sentence that is private to a delegation or a person at the moment the scene is frozen. */
export function secretsOf({ positions, notes }: Story): Secret[] {
  const drafts = positions
    .filter(({ tabled }) => !tabled)
    .map(({ drafter, writings }) => ({ owner: codeOf(drafter), writings }))
  const kept = notes.flatMap(({ scope, writings }) => {
    const by = writings[0]?.by ?? ''
    if (scope === 'DELEGATION') return { owner: codeOf(by), writings }
    return scope === 'PERSONAL' ? { owner: by, writings } : []
  })
  const secrets = [...drafts, ...kept].flatMap(({ owner, writings }) =>
    writings.flatMap(({ text }) =>
      text.filter((line) => !line.startsWith('# ')).map((line) => ({ owner, text: plain(line) })),
    ),
  )
  return [...new Map(secrets.map((secret) => [`${secret.owner} ${secret.text}`, secret])).values()]
}

/** What delegations had prepared and not released. */
export const preparedSecrets = ({ offers }: Pick<ForceStory, 'offers'>): Secret[] =>
  offers
    .filter(({ status }) => status === null)
    .flatMap(({ of, title, note }) => [title, note].flatMap((text) => (text ? [{ owner: of, text }] : [])))

const codeOf = (badge: string) => badge.split('-')[0] ?? badge
const plain = (line: string) => line.replace(/^(?:- \[[ x]\] |- |> )/, '')
