import { directionOfLanguage } from '#app/i18n/direction.ts'
import type { RegisteredNames } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { TextField } from '#app/ui/field.tsx'

const languages = ['en', 'fr', 'ar'] as const

export interface NamesFieldsProps {
  /** The input's name: the fields are `names.en`, `names.fr`, `names.ar`. */
  readonly name: string
  readonly label: string
  readonly names?: RegisteredNames
  readonly maxLength: number
}

/** A title in the conference's languages, each as registered; at least one is given. Others that are stored are kept. */
export function NamesFields({ name, label, names = {}, maxLength }: NamesFieldsProps) {
  const { t } = useWords()
  const others = Object.entries(names).filter(([language]) => !languages.some((each) => each === language))
  return (
    <>
      {languages.map((language, place) => (
        <TextField
          key={language}
          name={`${name}.${language}`}
          label={`${label} · ${t(`common.languages.${language}`)}`}
          isOptional={place > 0}
          lang={language}
          dir={directionOfLanguage(language)}
          maxLength={maxLength}
          defaultValue={names[language] ?? ''}
        />
      ))}
      {others.map(([language, text]) => (
        <input key={language} type="hidden" name={`${name}.${language}`} value={text} />
      ))}
    </>
  )
}
