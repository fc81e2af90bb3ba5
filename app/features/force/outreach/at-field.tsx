import { useWords } from '#app/i18n/words-provider.tsx'
import { wallText } from '#app/i18n/zone-clock.ts'
import { useNow } from '#app/ui/clock.tsx'
import { Field } from '#app/ui/field.tsx'
import { useVenue } from '#app/ui/places.tsx'

/** When something happened, on the wall of the venue; the form says which wall that is. */
export function AtField() {
  const { t } = useWords()
  const { timeZone, place } = useVenue()
  const now = wallText(useNow(), timeZone)
  return (
    <Field name="at" label={t('forceDesk.happenedAt')} hint={place}>
      {({ defaultTyped, ...control }) => (
        <>
          <input type="hidden" name="timeZone" value={timeZone} />
          <input
            {...control}
            type="datetime-local"
            className="inp"
            max={now}
            defaultValue={defaultTyped?.endsWith('Z') ? wallText(defaultTyped, timeZone) : (defaultTyped ?? now)}
          />
        </>
      )}
    </Field>
  )
}
