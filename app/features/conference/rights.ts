import type { Right } from '#app/kernel/actor.ts'

/** Rights a head of delegation hands out to members. */
export const rightsToGive: readonly Right[] = [
  'SPEAK',
  'TABLE',
  'EDIT_DELEGATION',
  'BREAK_SILENCE',
  'PLEDGE',
  'CORRECT_MINUTES',
]
