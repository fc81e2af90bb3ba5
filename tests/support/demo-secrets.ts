import { readForceStory } from '#app/features/demo/play-force.server.ts'
import { preparedSecrets, type Secret, secretsOf } from '#app/features/demo/secrets.ts'
import { readDemonstration } from '#app/features/demo/story.server.ts'

/** Sentences of the demonstration that nobody but their owner may ever be sent: canaries for crawls. */
export const demoSecrets: readonly Secret[] = [
  ...secretsOf(readDemonstration().story),
  ...preparedSecrets(readForceStory()),
]
