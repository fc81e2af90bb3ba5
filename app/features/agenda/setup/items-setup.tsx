import { Link, useSearchParams } from '@remix-run/react'
import { ItemNumber, ItemTitle } from '#app/features/agenda/item-number.tsx'
import { itemWords } from '#app/features/agenda/item-standing.tsx'
import type { DeskAnswer } from '#app/features/agenda/views.ts'
import { Name } from '#app/i18n/bdi.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Table } from '#app/ui/table.tsx'
import { AdoptForm } from './adopt-form.tsx'
import { EditItem } from './edit-item.tsx'
import { NewItemForm } from './new-item-form.tsx'
import { FormSection, ListAndForm } from './setup-page.tsx'

/** The items of the agenda, and beside them the one being changed, or a new one. */
export function ItemsSetup({ desk }: { desk: DeskAnswer }) {
  const { t } = useWords()
  const [search] = useSearchParams()
  const item = desk.items.find(({ itemId }) => itemId === search.get('item'))
  return (
    <ListAndForm
      list={
        <>
          <AdoptForm desk={desk} />
          <FormSection title={t('agenda.title')}>
            <ItemTable desk={desk} chosen={item?.itemId} />
          </FormSection>
        </>
      }
      form={
        item ? (
          <>
            <LinkButton kind="quiet" to="/organiser/agenda#new">
              {t('agenda.addItem')}
            </LinkButton>
            <FormSection title={<ItemTitle item={item} />}>
              <EditItem key={item.itemId} item={item} desk={desk} />
            </FormSection>
            {item.parentId ? null : (
              <FormSection title={t('agenda.addSubItem')}>
                <NewItemForm key={`under ${item.itemId}`} desk={desk} parent={item} />
              </FormSection>
            )}
          </>
        ) : (
          <FormSection title={t('agenda.addItem')} id="new">
            <NewItemForm desk={desk} />
          </FormSection>
        )
      }
    />
  )
}

function ItemTable({ desk, chosen }: { desk: DeskAnswer; chosen: string | undefined }) {
  const { t } = useWords()
  if (desk.items.length === 0) return <EmptyState>{t('agenda.empty')}</EmptyState>
  const head = (
    <>
      <th scope="col">{t('agenda.number')}</th>
      <th scope="col" className="x">
        {t('agenda.itemName')}
      </th>
      <th scope="col">{t('agenda.body')}</th>
      <th scope="col">{t('agenda.status')}</th>
    </>
  )
  return (
    <Table caption={t('agenda.title')} isCaptionHidden head={head} isDense isStacked className="agenda">
      {desk.items.map((item) => (
        <tr
          key={item.itemId}
          className={[item.parentId && 'sub', item.itemId === chosen && 'on'].filter(Boolean).join(' ')}
        >
          <td className="n">
            <ItemNumber number={item.number} />
          </td>
          <th scope="row" className="x">
            <Link
              to={`?item=${item.itemId}`}
              preventScrollReset
              aria-current={item.itemId === chosen ? 'true' : undefined}
            >
              <Name names={item.names} />
            </Link>
          </th>
          <td className="muted who">
            <BodyName bodies={desk.bodies} bodyId={item.bodyId} />
          </td>
          <td className="muted nw">{t(itemWords[item.step])}</td>
        </tr>
      ))}
    </Table>
  )
}

export function BodyName({ bodies, bodyId }: { bodies: DeskAnswer['bodies']; bodyId: string }) {
  const body = bodies.find((each) => each.bodyId === bodyId)
  return body ? <Name names={body.names} /> : null
}
