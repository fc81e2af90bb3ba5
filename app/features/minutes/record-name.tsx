import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Names } from '#app/kernel/text.ts'

/** `Working Group 1, meeting 2`, in the reader's language. */
export function RecordName({ body, meetingNumber }: { body: Names; meetingNumber: number }) {
  const { t, locale } = useWords()
  return (
    <>
      <bdi>{nameIn(body, locale)}</bdi>, {t('minutes.meetingNumber', { number: meetingNumber })}
    </>
  )
}
