import type { ReactNode } from 'react'
import { directionOfLanguage } from '#app/i18n/direction.ts'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { useNow } from '#app/ui/clock.tsx'
import { LiveRegions } from '#app/ui/live-region.tsx'
import { LanguageBar } from '#app/ui/shell/language-menu.tsx'
import type { FrontDoor } from './contract.ts'

export interface FrontFrameProps {
  /** What the installation holds, or the conference a link is for. */
  readonly heading: ReactNode
  readonly children: ReactNode
}

/** Pages before signing in: what this is, on one side; what to do, on the other. */
export function FrontFrame({ heading, children }: FrontFrameProps) {
  const { t } = useWords()
  return (
    <LiveRegions>
      <div className="si">
        <section className="sl" aria-label={t('common.productName')}>
          <p className="b">{t('common.productName')}</p>
          <div className="mid">{heading}</div>
          <p className="no">{t('identity.notice')}</p>
        </section>
        <main className="sr" id="main" tabIndex={-1}>
          <LanguageBar />
          {children}
        </main>
      </div>
    </LiveRegions>
  )
}

const shownLanguages = ['en', 'fr', 'ar']

/** The conference in every language the product speaks, its place and its time. */
export function ConferenceHeading({ conference }: { conference: NonNullable<FrontDoor['conference']> }) {
  const { t, locale, format } = useWords()
  const { names, symbolRoot, venueName, city, timeZone, startsOn, endsOn, isDemo } = conference
  const now = useNow()
  const others = shownLanguages.filter((language) => language !== locale && names[language])
  return (
    <>
      <p className="code muted sy">
        <bdi dir="ltr">{symbolRoot}</bdi>
      </p>
      <h1>{nameIn(names, locale)}</h1>
      {others.length > 0 ? (
        <div className="names">
          {others.map((language) => (
            <p key={language} lang={language} dir={directionOfLanguage(language)}>
              {names[language]}
            </p>
          ))}
        </div>
      ) : null}
      <p className="meta">
        {venueName ? (
          <>
            <bdi>{venueName}</bdi>
            <br />
          </>
        ) : null}
        {format.dayRange(startsOn, endsOn)}{' '}
        <span className="muted">
          · {t('common.now')} <bdi dir="ltr">{format.time(now, timeZone)}</bdi>
          {city ? (locale === 'ar' ? '، ' : ', ') : null}
          <bdi>{city}</bdi>
        </span>
      </p>
      {isDemo ? <p className="meta muted sm">{t('identity.demoHint')}</p> : null}
    </>
  )
}
