import { Link, useSearchParams } from '@remix-run/react'
import type { DeskAnswer } from '#app/features/agenda/views.ts'
import { Code, Name } from '#app/i18n/bdi.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Table } from '#app/ui/table.tsx'
import { EditBody, NewBody } from './body-forms.tsx'
import { EditRoom, NewRoom } from './room-forms.tsx'
import { FormSection, ListAndForm } from './setup-page.tsx'

/** Bodies with their officers, and rooms; beside them the one being changed, or new ones. */
export function BodiesSetup({ desk }: { desk: DeskAnswer }) {
  const { t } = useWords()
  const [search] = useSearchParams()
  const body = desk.bodies.find(({ bodyId }) => bodyId === search.get('body'))
  const room = desk.rooms.find(({ roomId }) => roomId === search.get('room'))
  return (
    <ListAndForm
      list={
        <>
          <FormSection title={t('desk.bodies')}>
            <BodyTable desk={desk} chosen={body?.bodyId} />
          </FormSection>
          <FormSection title={t('conference.rooms')}>
            <RoomTable desk={desk} chosen={room?.roomId} />
          </FormSection>
        </>
      }
      form={
        <>
          {body || room ? (
            <LinkButton kind="quiet" to="/organiser/agenda/bodies">
              {t('desk.addBody')} · {t('desk.addRoom')}
            </LinkButton>
          ) : null}
          {body ? <EditBody key={body.bodyId} body={body} desk={desk} /> : null}
          {room ? <EditRoom key={room.roomId} room={room} /> : null}
          {body || room ? null : (
            <>
              <FormSection title={t('desk.addBody')}>
                <NewBody desk={desk} />
              </FormSection>
              <FormSection title={t('desk.addRoom')}>
                <NewRoom />
              </FormSection>
            </>
          )}
        </>
      }
    />
  )
}

function BodyTable({ desk, chosen }: { desk: DeskAnswer; chosen: string | undefined }) {
  const { t } = useWords()
  if (desk.bodies.length === 0) return <EmptyState>{t('desk.noBodies')}</EmptyState>
  const head = (
    <>
      <th scope="col" className="x">
        {t('agenda.body')}
      </th>
      <th scope="col">{t('common.symbol')}</th>
      <th scope="col">{t('desk.chair')}</th>
      <th scope="col">{t('desk.openTo')}</th>
    </>
  )
  return (
    <Table caption={t('desk.bodies')} isCaptionHidden head={head} isDense isStacked>
      {desk.bodies.map((body) => (
        <tr key={body.bodyId} className={body.bodyId === chosen ? 'on' : undefined}>
          <th scope="row" className="x">
            <Link to={`?body=${body.bodyId}`} preventScrollReset>
              <Name names={body.names} />
            </Link>
          </th>
          <td className="nw">
            <Code>{body.symbol}</Code>
          </td>
          <td>{body.chair ? <bdi>{body.chair}</bdi> : <span className="muted">{t('desk.nobody')}</span>}</td>
          <td className="muted">{t(`desk.openToOf.${body.openTo}`)}</td>
        </tr>
      ))}
    </Table>
  )
}

function RoomTable({ desk, chosen }: { desk: DeskAnswer; chosen: string | undefined }) {
  const { t, format } = useWords()
  if (desk.rooms.length === 0) return <EmptyState>{t('desk.noRooms')}</EmptyState>
  const head = (
    <>
      <th scope="col" className="x">
        {t('common.room')}
      </th>
      <th scope="col" className="num">
        {t('desk.capacity')}
      </th>
    </>
  )
  return (
    <Table caption={t('conference.rooms')} isCaptionHidden head={head} isDense>
      {desk.rooms.map((room) => (
        <tr key={room.roomId} className={room.roomId === chosen ? 'on' : undefined}>
          <th scope="row" className="x">
            <Link to={`?room=${room.roomId}`} preventScrollReset>
              <bdi>{room.name}</bdi>
            </Link>
          </th>
          <td className="num">{room.capacity === null ? '–' : format.number(room.capacity)}</td>
        </tr>
      ))}
    </Table>
  )
}
