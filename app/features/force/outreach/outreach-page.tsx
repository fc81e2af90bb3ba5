import { Form, Link, useSearchParams } from '@remix-run/react'
import { useActing } from '#app/features/agenda/use-acting.tsx'
import type { OutreachBook, outreachBook } from '#app/features/force/contract.ts'
import { ForcePage } from '#app/features/force/force-page.tsx'
import { bookAsOf, type ContactStanding } from '#app/features/force/outreach-list.ts'
import { statuses } from '#app/features/force/pipeline.ts'
import { mayKeepOutreach } from '#app/features/force/policy.ts'
import { Panel, useClose } from '#app/features/force/requirement/panel.tsx'
import { Bdi } from '#app/i18n/bdi.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { instantOfWall, wallText } from '#app/i18n/zone-clock.ts'
import { useLive } from '#app/live/use-live.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { useNow } from '#app/ui/clock.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextField } from '#app/ui/field.tsx'
import { useVenue } from '#app/ui/places.tsx'
import { Select } from '#app/ui/select.tsx'
import { Table } from '#app/ui/table.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import { AddContacts, RecordContact } from './contact-forms.tsx'

/** An address of this page with other things chosen. */
function addressWith(search: URLSearchParams, given: Readonly<Record<string, string | null>>): string {
  const next = new URLSearchParams(search)
  for (const [name, value] of Object.entries(given)) value === null ? next.delete(name) : next.set(name, value)
  return `?${next}`
}

/** Who was asked for contributions and what came of it, as of now or of a time that is chosen. */
export function OutreachPage({ book: first }: { book: OutreachBook }) {
  const { t } = useWords()
  const book = useLive<typeof outreachBook>('force.outreach', {}, first)
  const [search] = useSearchParams()
  const { timeZone } = useVenue()
  const now = useNow()
  const acting = useActing()
  const decision = acting ? mayKeepOutreach(acting) : undefined
  const chosen = search.get('at') ?? ''
  const asOf = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(chosen)
    ? instantOfWall(`${chosen.slice(0, 16)}`, timeZone).toISOString()
    : // What was written down a moment ago is of now.
      new Date(now + 60_000).toISOString()
  const { figures, standings, withoutEntry } = bookAsOf(book, asOf)
  const wanted = statuses.find((status) => status === search.get('standing'))
  const shown = standings.filter(({ standing }) => !wanted || standing === wanted)
  return (
    <ForcePage
      title={t('forceDesk.outreach')}
      visibility={{ kind: 'secretariat' }}
      sub={t('forceDesk.outreachFigures', {
        approached: figures.approached,
        atTable: figures.atTable,
        declined: figures.declined,
        interested: figures.interested,
      })}
      end={
        <>
          <LinkButton to={`/forces/outreach/table?at=${encodeURIComponent(asOf)}`} reloadDocument>
            {t('forceDesk.download')}
          </LinkButton>
          <LinkButton kind="primary" to={addressWith(search, { do: 'add', id: null })} preventScrollReset>
            {t('forceDesk.addContacts')}
          </LinkButton>
        </>
      }
    >
      <div className="body stack-16">
        <Panels book={book} standings={standings} search={search} decision={decision} />
        <Choice
          key={`${chosen} ${wanted}`}
          chosen={/^\d{4}/.test(chosen) ? chosen.slice(0, 16) : wallText(now, timeZone)}
          standing={wanted}
        />
        {shown.length > 0 ? (
          <Standings standings={shown} search={search} />
        ) : (
          <EmptyState>{t(standings.length === 0 ? 'forceDesk.nobodyAsked' : 'forceDesk.nobodyThere')}</EmptyState>
        )}
        {withoutEntry.length > 0 && !wanted ? <Struck contacts={withoutEntry} search={search} /> : null}
      </div>
    </ForcePage>
  )
}

function Choice({ chosen, standing }: { chosen: string; standing: string | undefined }) {
  const { t } = useWords()
  const { place } = useVenue()
  return (
    <Form method="get" className="row wrap" preventScrollReset>
      <TextField type="datetime-local" name="at" label={t('forceDesk.asOf', { place })} defaultValue={chosen} isDense />
      <Select
        name="standing"
        label={t('forceDesk.standing')}
        empty={t('forceDesk.anyStanding')}
        defaultValue={standing ?? ''}
        choices={statuses.map((value) => ({ value, label: t(`forces.status.${value}`) }))}
        isDense
      />
      <Button type="submit">{t('forceDesk.show')}</Button>
      <Link to="/forces/outreach">{t('forceDesk.asOfNow')}</Link>
    </Form>
  )
}

function Standings({ standings, search }: { standings: readonly ContactStanding[]; search: URLSearchParams }) {
  const { t, format } = useWords()
  return (
    <Table
      caption={t('forceDesk.states')}
      isCaptionHidden
      isDense
      isStacked
      head={
        <>
          <th scope="col">{t('forceDesk.state')}</th>
          <th scope="col">{t('forceDesk.standing')}</th>
          <th scope="col">{t('forceDesk.since')}</th>
          <th scope="col" className="x">
            {t('forceDesk.basis')}
          </th>
          <th scope="col">{t('forceDesk.atTable')}</th>
        </>
      }
    >
      {format
        .sorted(standings, ({ contact }) => contact.name)
        .map(({ contact, standing, since, basis }) => (
          <tr key={contact.contactId}>
            <th scope="row" className="mid">
              <Link to={addressWith(search, { do: 'state', id: contact.contactId })} preventScrollReset>
                <bdi>{contact.name}</bdi>
              </Link>
            </th>
            <td className="nw">{t(`forces.status.${standing}`)}</td>
            <td className="nw" data-label={t('forceDesk.since')}>
              <Timestamp at={since} show="full" />
            </td>
            <td data-label={t('forceDesk.basis')}>
              {basis ? t(`forces.basis.${basis.kind}`) : t('forceDesk.byOffers')}
              {basis?.reference ? (
                <>
                  {' '}
                  <Bdi>{basis.reference}</Bdi>
                </>
              ) : null}
            </td>
            <td data-label={t('forceDesk.atTable')}>{contact.delegationId ? t('forceDesk.yes') : t('forceDesk.no')}</td>
          </tr>
        ))}
    </Table>
  )
}

/** States of which no entry stands: the next one is written from here. */
function Struck({
  contacts,
  search,
}: {
  contacts: readonly OutreachBook['contacts'][number][]
  search: URLSearchParams
}) {
  const { t, format } = useWords()
  return (
    <div className="row wrap sm">
      <span className="muted">{t('forceDesk.withoutEntry')}</span>
      {format
        .sorted(contacts, ({ name }) => name)
        .map(({ contactId, name }) => (
          <Link key={contactId} to={addressWith(search, { do: 'state', id: contactId })} preventScrollReset>
            <bdi>{name}</bdi>
          </Link>
        ))}
    </div>
  )
}

interface PanelsProps {
  readonly book: OutreachBook
  readonly standings: readonly ContactStanding[]
  readonly search: URLSearchParams
  readonly decision: ReturnType<typeof mayKeepOutreach> | undefined
}

function Panels({ book, standings, search, decision }: PanelsProps) {
  const { t } = useWords()
  const back = addressWith(search, { do: null, id: null })
  const close = useClose(back)
  if (search.get('do') === 'add')
    return (
      <Panel key="add" title={t('forceDesk.addContacts')} back={back}>
        <AddContacts decision={decision} onDone={close} />
      </Panel>
    )
  const contact = book.contacts.find(({ contactId }) => contactId === search.get('id'))
  if (search.get('do') !== 'state' || !contact) return null
  const standing = standings.find((each) => each.contact.contactId === contact.contactId)?.standing
  return (
    <Panel key={contact.contactId} title={<bdi>{contact.name}</bdi>} back={back}>
      <RecordContact contact={contact} standing={standing} decision={decision} />
    </Panel>
  )
}
