import { inSentence, titleOfMeeting } from '#app/features/agenda/meeting-title.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Names } from '#app/kernel/text.ts'

interface RecordNameProps {
  readonly body: Names
  readonly bodyKind: string
  readonly meetingNumber: number
  /** After a comma, where no capital stands. */
  readonly isInSentence?: boolean
}

/** `First meeting of Working Group 1`, in the reader's language. */
export function RecordName({ body, bodyKind, meetingNumber, isInSentence = false }: RecordNameProps) {
  const title = titleOfMeeting(useWords(), { number: meetingNumber, kind: bodyKind, names: body })
  return <bdi>{isInSentence ? inSentence(title) : title}</bdi>
}
