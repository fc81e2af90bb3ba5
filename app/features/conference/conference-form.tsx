import { useWords } from '#app/i18n/words-provider.tsx'
import type { OutputOf } from '#app/kernel/contract.ts'
import { TextField } from '#app/ui/field.tsx'
import { Select } from '#app/ui/select.tsx'
import type { conferenceView } from './contract.ts'
import { conferenceKinds } from './delegation.ts'
import { quorums } from './quorum.ts'

/** What is known of a conference already: as it is, or as it was typed for one that is not there yet. */
type Known = Pick<
  OutputOf<typeof conferenceView>,
  'names' | 'shortName' | 'venueName' | 'city' | 'timeZone' | 'startsOn' | 'endsOn'
> & { readonly kind: string; readonly language: string; readonly quorum: string }

/** The fields of a conference, to set one up or to change it. */
export function ConferenceFields({ known }: { known?: Known }) {
  const { t } = useWords()
  return (
    <>
      {(['en', 'fr', 'ar'] as const).map((language) => (
        <TextField
          key={language}
          name={`names.${language}`}
          label={t('conference.nameIn', { language: t(`common.languages.${language}`) })}
          defaultValue={known?.names[language]}
          lang={language}
          maxLength={200}
          isOptional={language !== 'en'}
        />
      ))}
      <TextField
        name="shortName"
        label={t('conference.shortName')}
        hint={t('conference.shortNameHint')}
        defaultValue={known?.shortName}
        maxLength={40}
      />
      <Select
        name="kind"
        label={t('conference.kind')}
        defaultValue={known?.kind ?? 'INITIAL_PLANNING_CONFERENCE'}
        choices={conferenceKinds.map((kind) => ({ value: kind, label: t(`conference.kinds.${kind}`) }))}
      />
      <TextField
        name="venueName"
        label={t('conference.venue')}
        defaultValue={known?.venueName ?? undefined}
        maxLength={120}
      />
      <TextField name="city" label={t('conference.city')} defaultValue={known?.city ?? undefined} maxLength={80} />
      <TextField
        name="timeZone"
        label={t('conference.timeZone')}
        hint={t('conference.timeZoneHint')}
        defaultValue={known?.timeZone}
        dir="ltr"
        list="zones"
      />
      <datalist id="zones">
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <TextField name="startsOn" type="date" label={t('conference.startsOn')} defaultValue={known?.startsOn} />
      <TextField name="endsOn" type="date" label={t('conference.endsOn')} defaultValue={known?.endsOn} />
      <Select
        name="language"
        label={t('conference.workingLanguage')}
        defaultValue={known?.language ?? 'en'}
        choices={(['en', 'fr', 'ar'] as const).map((language) => ({
          value: language,
          label: t(`common.languages.${language}`),
        }))}
      />
      <Select
        name="quorum"
        label={t('conference.quorum')}
        hint={t('conference.quorumHint')}
        defaultValue={known?.quorum ?? 'THIRD'}
        choices={quorums.map((quorum) => ({ value: quorum, label: t(`conference.quorums.${quorum}`) }))}
      />
    </>
  )
}
