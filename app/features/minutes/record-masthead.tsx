import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { useShellView } from '#app/ui/shell/use-shell-view.ts'
import { Timestamp } from '#app/ui/timestamp.tsx'
import type { Masthead } from './masthead.ts'

interface MastheadProps {
  readonly masthead: Masthead
  readonly language: string
  readonly approvedAt: string | null
}

/** Above the text: what the meeting was, who presided, who was there. Nobody typed it (MI-8). */
export function RecordMasthead({ masthead, language, approvedAt }: MastheadProps) {
  const { t, locale, format } = useWords()
  const conference = useShellView()?.conference
  const day = format.calendarDate(masthead.date)
  const time = (at: string | null) => (at ? format.time(at, masthead.timeZone) : '…')
  const names = (list: Masthead['present']) => list.map((each) => nameIn(each.names, locale)).join(', ')
  return (
    <header className="record-head">
      <div className="mast">
        <div>
          {conference ? <bdi>{nameIn(conference.names, locale)}</bdi> : null}
          <div>
            <bdi>{nameIn(masthead.body, locale)}</bdi>
          </div>
        </div>
        <div className="end">
          <b>
            <bdi dir="ltr">{masthead.symbol}</bdi>
          </b>
          {day}
          <div>{t('common.originalLanguage', { language: languageName(t, language) })}</div>
        </div>
      </div>
      <h2 className="record-title">{t('minutes.summaryRecordOfNumber', { number: masthead.meetingNumber })}</h2>
      <p className="muted">
        {t('minutes.heldAt', {
          place: [masthead.place, masthead.room].filter(Boolean).join(', '),
          date: day,
          from: time(masthead.openedAt),
          to: time(masthead.closedAt),
        })}
      </p>
      <dl className="dl">
        {masthead.chair ? (
          <>
            <dt>{t('minutes.chair')}</dt>
            <dd>
              <bdi>{masthead.chair}</bdi>
            </dd>
          </>
        ) : null}
        {approvedAt ? (
          <>
            <dt>{t('minutes.approved')}</dt>
            <dd>
              <Timestamp at={approvedAt} show="full" />
            </dd>
          </>
        ) : null}
        {masthead.present.length > 0 ? (
          <>
            <dt>{t('minutes.present')}</dt>
            <dd>{names(masthead.present)}</dd>
          </>
        ) : null}
        {masthead.observers.length > 0 ? (
          <>
            <dt>{t('minutes.observersPresent')}</dt>
            <dd>{names(masthead.observers)}</dd>
          </>
        ) : null}
        {masthead.items.length > 0 ? (
          <>
            <dt>{t('minutes.itemsTaken')}</dt>
            <dd>
              <ul>
                {masthead.items.map((item) => (
                  <li key={item.number}>
                    <bdi dir="ltr">{item.number}</bdi> <bdi>{nameIn(item.names, locale)}</bdi>
                    <span className="muted">
                      {' '}
                      <bdi dir="ltr">
                        {time(item.openedAt)}–{time(item.closedAt)}
                      </bdi>
                    </span>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        ) : null}
        {masthead.texts.length > 0 ? (
          <>
            <dt>{t('minutes.textsTabled')}</dt>
            <dd>
              {masthead.texts.map((text) => (
                <div key={text.symbol}>
                  <bdi dir="ltr">{text.symbol}</bdi>
                  {text.by ? (
                    <span className="muted">
                      {' '}
                      <bdi>{nameIn(text.by, locale)}</bdi>
                    </span>
                  ) : null}
                </div>
              ))}
            </dd>
          </>
        ) : null}
      </dl>
    </header>
  )
}

function languageName(t: ReturnType<typeof useWords>['t'], language: string): string {
  if (language === 'fr') return t('common.languages.fr')
  return language === 'ar' ? t('common.languages.ar') : t('common.languages.en')
}
