import { useWords } from '#app/i18n/words-provider.tsx'
import { RadioGroup } from '#app/ui/checkbox.tsx'
import { TextField } from '#app/ui/field.tsx'
import type { DelegationLine } from './contract.ts'

/** Names as registered, code and zone; for a new delegation also its kind. */
export function DelegationFields({ known }: { known?: DelegationLine }) {
  const { t } = useWords()
  return (
    <>
      <p className="muted">{t('conference.registeredNamesHint')}</p>
      <TextField
        name="code"
        label={t('conference.code')}
        hint={t('conference.codeHint')}
        defaultValue={known?.code}
        maxLength={8}
        dir="ltr"
      />
      {known ? null : (
        <RadioGroup
          name="kind"
          label={t('conference.kindOf')}
          defaultValue="STATE"
          choices={[
            { value: 'STATE', label: t('conference.stateDelegation') },
            { value: 'OBSERVER', label: t('conference.observerDelegation') },
          ]}
        />
      )}
      {(['en', 'fr', 'ar'] as const).map((language) => (
        <TextField
          key={language}
          name={`names.${language}`}
          label={t('conference.nameIn', { language: t(`common.languages.${language}`) })}
          defaultValue={known?.names[language]}
          lang={language}
          maxLength={60}
          isOptional={language !== 'en'}
        />
      ))}
      <TextField
        name="formalNames.en"
        label={t('conference.formalName')}
        defaultValue={known?.formalNames.en}
        maxLength={160}
        isOptional
      />
      <TextField
        name="timeZone"
        label={t('conference.capitalZone')}
        hint={t('conference.timeZoneHint')}
        defaultValue={known?.timeZone}
        dir="ltr"
      />
    </>
  )
}
