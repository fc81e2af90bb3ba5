import type { PlainKey } from '#app/i18n/message-types.ts'
import { nameIn, type RegisteredNames } from '#app/i18n/names.ts'
import type { Words } from '#app/i18n/words.ts'

const ordinals: readonly PlainKey[] = [
  'agenda.ordinal.o1',
  'agenda.ordinal.o2',
  'agenda.ordinal.o3',
  'agenda.ordinal.o4',
  'agenda.ordinal.o5',
  'agenda.ordinal.o6',
  'agenda.ordinal.o7',
  'agenda.ordinal.o8',
  'agenda.ordinal.o9',
  'agenda.ordinal.o10',
  'agenda.ordinal.o11',
  'agenda.ordinal.o12',
]

interface Meeting {
  readonly number: number
  readonly bodyId: string
}
interface Body {
  readonly bodyId: string
  readonly kind: string
  readonly names: RegisteredNames
}

/** `Fourth plenary meeting`, `Second meeting of Working Group 2`. */
export function meetingTitle(words: Words, { number, bodyId }: Meeting, bodies: readonly Body[]): string {
  const found = bodies.find((each) => each.bodyId === bodyId)
  return titleOfMeeting(words, { number, kind: found?.kind ?? '', names: found?.names ?? {} })
}

/** The title of a meeting of a body that is at hand. */
export function titleOfMeeting(
  { t, locale }: Words,
  { number, kind, names }: Omit<Body, 'bodyId'> & { readonly number: number },
): string {
  const body = nameIn(names, locale)
  const key = ordinals[number - 1]
  if (!key) return t('agenda.numberedMeeting', { number, body })
  const ordinal = t(key)
  return kind === 'PLENARY' ? t('agenda.plenaryMeeting', { ordinal }) : t('agenda.groupMeeting', { ordinal, body })
}

/** The same inside a sentence or after a comma. */
export const inSentence = (title: string): string => title.slice(0, 1).toLocaleLowerCase() + title.slice(1)

/** The same where its date is beside it: a group goes by its name, the plenary by the number of its meeting. */
export function meetingName(words: Words, meeting: Meeting, bodies: readonly Body[]): string {
  const body = bodies.find(({ bodyId }) => bodyId === meeting.bodyId)
  return body && body.kind !== 'PLENARY' ? nameIn(body.names, words.locale) : meetingTitle(words, meeting, bodies)
}
