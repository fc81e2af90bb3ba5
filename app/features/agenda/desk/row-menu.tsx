import { Link } from '@remix-run/react'
import { Ellipsis } from 'lucide-react'
import type { moveItem, openItem, resumeItem, setObserverAccess, suspendItem } from '#app/features/agenda/contract.ts'
import { type DeskItem, permitsNow, rowsOf } from '#app/features/agenda/desk-model.ts'
import { numberIn } from '#app/features/agenda/numbering.ts'
import { beforeInWhole, neighbours } from '#app/features/agenda/order.ts'
import type { DeskAnswer } from '#app/features/agenda/views.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { type Decision, all as every } from '#app/kernel/policy.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Menu } from '#app/ui/menu.tsx'
import { ActButton } from './desk-told.tsx'

export interface RowMenuProps {
  readonly item: DeskItem
  readonly desk: DeskAnswer
  readonly shown: readonly DeskItem[]
  readonly mayRun: Decision
}

/** Everything the drag can do, and the acts of one press. Further steps are with the item in hand. */
export function RowMenu({ item, desk, shown, mayRun }: RowMenuProps) {
  const { t, locale } = useWords()
  const number = numberIn(item.number, locale)
  const { up, down } = neighbours(rowsOf(shown), item.itemId)
  const { itemId, version, step } = item
  const fixed = { itemId, version }
  const row = { reasonPlace: 'tip', kind: 'quiet' } as const
  return (
    <Menu summary={<Icon of={Ellipsis} />} label={t('agenda.itemMenu', { number })} summaryClass="btn q icon sm2">
      {step === 'PENDING' || step === 'DEFERRED' ? (
        <ActButton<typeof openItem>
          {...row}
          intent="agenda.openItem"
          fixed={fixed}
          decision={every(mayRun, permitsNow('open', item, desk))}
        >
          {t('agenda.openItem', { number })}
        </ActButton>
      ) : null}
      {step === 'OPEN' ? (
        <ActButton<typeof suspendItem> {...row} intent="agenda.suspendItem" fixed={fixed} decision={mayRun}>
          {t('agenda.suspendItem', { number })}
        </ActButton>
      ) : null}
      {step === 'SUSPENDED' ? (
        <ActButton<typeof resumeItem>
          {...row}
          intent="agenda.resumeItem"
          fixed={fixed}
          decision={every(mayRun, permitsNow('resume', item, desk))}
        >
          {t('agenda.resumeItem', { number })}
        </ActButton>
      ) : null}
      {up === undefined ? null : (
        <ActButton<typeof moveItem>
          {...row}
          intent="agenda.moveItem"
          fixed={{ itemId, beforeId: up }}
          decision={mayRun}
        >
          {t('common.moveUp')}
        </ActButton>
      )}
      {down === undefined ? null : (
        <ActButton<typeof moveItem>
          {...row}
          intent="agenda.moveItem"
          fixed={{
            itemId,
            beforeId: beforeInWhole(rowsOf(desk.items), rowsOf(shown), { itemId, beforeId: down }) ?? '',
          }}
          decision={mayRun}
        >
          {t('common.moveDown')}
        </ActButton>
      )}
      <ActButton<typeof setObserverAccess>
        {...row}
        intent="agenda.setObserverAccess"
        fixed={{ ...fixed, isOpenToObservers: !item.isOpenToObservers }}
        decision={mayRun}
        done={t(item.isOpenToObservers ? 'desk.observersDoNotSee' : 'desk.observersSee', { number })}
      >
        {t(item.isOpenToObservers ? 'agenda.closeToObservers' : 'agenda.releaseToObservers')}
      </ActButton>
      <hr />
      <Link to={`?item=${itemId}`}>{t('common.details')}</Link>
    </Menu>
  )
}
