import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { OutputOf } from '#app/kernel/contract.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { conferenceList } from './contract.ts'
import { managesConference } from './policy.ts'

/** The conferences one has a place in, and the ways to a new one. */
export function ConferenceListPage({ list }: { list: OutputOf<typeof conferenceList> }) {
  const { t, locale, format } = useWords()
  const acts = list.mayCreate ? (
    <div className="row wrap">
      <LinkButton to="/conferences/new" kind="primary">
        {t('conference.create')}
      </LinkButton>
      <LinkButton to="/organiser/import">{t('conference.import')}</LinkButton>
    </div>
  ) : null
  return (
    <Page title={t('conference.conferences')} end={list.conferences.length > 0 ? acts : null}>
      {list.conferences.length === 0 ? (
        <EmptyState action={acts}>{t('conference.noConferences')}</EmptyState>
      ) : (
        <Table caption={t('conference.conferences')} isCaptionHidden isStacked>
          {list.conferences.map((conference) => (
            <tr key={conference.conferenceId}>
              <th scope="row" className="x">
                <bdi>{nameIn(conference.names, locale)}</bdi>
                <div className="sm muted">
                  <bdi dir="ltr">{conference.symbolRoot}</bdi>
                </div>
              </th>
              <td className="nw">{format.dayRange(conference.startsOn, conference.endsOn)}</td>
              <td>
                <ul className="plain">
                  {conference.capacities.map((capacity) => (
                    <li key={capacity.accreditationId}>
                      {t(`roles.${capacity.role}`)}
                      {capacity.delegation ? (
                        <>
                          {', '}
                          <bdi>{nameIn(capacity.delegation, locale)}</bdi>
                        </>
                      ) : null}{' '}
                      {capacity.isActing ? <Tag kind="info">{t('conference.actingHere')}</Tag> : null}
                    </li>
                  ))}
                </ul>
              </td>
              <td className="num">
                <div className="row wrap end">
                  {conference.capacities.some(({ isActing, role }) => isActing && managesConference(role)) ? (
                    <LinkButton to="/organiser/conference" size="small">
                      {t('conference.settings')}
                    </LinkButton>
                  ) : null}
                  <LinkButton to="/capacity" size="small">
                    {t('shell.switchCapacity')}
                  </LinkButton>
                </div>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Page>
  )
}
