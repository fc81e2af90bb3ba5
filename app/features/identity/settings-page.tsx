import { Link } from '@remix-run/react'
import { directionOf } from '#app/i18n/direction.ts'
import { nativeNames } from '#app/i18n/native-names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Locale } from '#app/kernel/actor.ts'
import type { OutputOf } from '#app/kernel/contract.ts'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Page } from '#app/ui/page.tsx'
import { SegmentedChoice } from '#app/ui/segmented.tsx'
import { ShortcutsTable } from '#app/ui/shell/shortcuts-table.tsx'
import { Submit } from '#app/ui/submit.tsx'
import type { Appearance } from './appearance.ts'
import type { mySecurity, setAppearance, setLanguage } from './contract.ts'
import { SecuritySection } from './security-section.tsx'

export interface SettingsPageProps {
  readonly locale: Locale
  readonly look: Appearance
  readonly security: OutputOf<typeof mySecurity>
  readonly currentLoginId: string
  readonly hasNewPassword: boolean
  readonly capacities: number
}

/** Everything here is one's own and changes nothing for anybody else. */
export function SettingsPage({ locale, look, capacities, ...security }: SettingsPageProps) {
  const { t } = useWords()
  return (
    <Page title={t('settings.title')}>
      <div className="set">
        <Language locale={locale} />
        <Look look={look} />
        <SecuritySection {...security} />
        {capacities > 1 ? (
          <section className="sec" aria-labelledby="capacities">
            <h2 id="capacities">{t('identity.capacities')}</h2>
            <p>
              {t('identity.capacitiesHint')} <Link to="/capacity">{t('shell.switchCapacity')}</Link>
            </p>
          </section>
        ) : null}
        <section className="sec" aria-labelledby="shortcuts">
          <h2 id="shortcuts">{t('settings.shortcuts')}</h2>
          <ShortcutsTable />
        </section>
      </div>
    </Page>
  )
}

function Language({ locale }: { locale: Locale }) {
  const { t } = useWords()
  const choices = nativeNames.map(({ locale: value, name }) => ({
    value,
    label: (
      <span lang={value} dir={directionOf(value)}>
        {name}
      </span>
    ),
  }))
  return (
    <section className="sec named" aria-labelledby="language">
      <h2 id="language">{t('settings.language')}</h2>
      <p className="muted">{t('settings.languageHint')}</p>
      <MutationForm<typeof setLanguage> intent="identity.setLanguage">
        <SegmentedChoice name="locale" label={t('settings.language')} choices={choices} defaultValue={locale} />
        <Submit kind="outlined" size="normal">
          {t('settings.apply')}
        </Submit>
      </MutationForm>
    </section>
  )
}

function Look({ look }: { look: Appearance }) {
  const { t } = useWords()
  const themes = (['system', 'light', 'dark'] as const).map((value) => ({
    value,
    label: t(`settings.themes.${value}`),
  }))
  const contrasts = (['system', 'more'] as const).map((value) => ({ value, label: t(`settings.contrasts.${value}`) }))
  const digits = (['latn', 'arab'] as const).map((value) => ({ value, label: t(`settings.digit.${value}`) }))
  return (
    <section className="sec" aria-labelledby="appearance">
      <h2 id="appearance">{t('settings.appearance')}</h2>
      <MutationForm<typeof setAppearance> intent="identity.setAppearance">
        <SegmentedChoice name="theme" label={t('settings.theme')} choices={themes} defaultValue={look.theme} />
        <SegmentedChoice
          name="contrast"
          label={t('settings.contrast')}
          choices={contrasts}
          defaultValue={look.contrast}
        />
        <SegmentedChoice name="digits" label={t('settings.digits')} choices={digits} defaultValue={look.digits} />
        <Submit kind="outlined" size="normal">
          {t('settings.apply')}
        </Submit>
      </MutationForm>
    </section>
  )
}
