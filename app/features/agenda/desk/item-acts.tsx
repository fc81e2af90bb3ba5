import type {
  closeItem,
  deferItem,
  openItem,
  reopenItem,
  resumeItem,
  suspendItem,
  withdrawItem,
} from '#app/features/agenda/contract.ts'
import { type DeskItem, familyOf, permitsNow } from '#app/features/agenda/desk-model.ts'
import { numberIn } from '#app/features/agenda/numbering.ts'
import type { DeskAnswer } from '#app/features/agenda/views.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { all, type Decision } from '#app/kernel/policy.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { TextField } from '#app/ui/field.tsx'
import { BasisField, ConfirmedAct } from './confirmed-act.tsx'
import { ActButton } from './desk-told.tsx'

export interface ItemActsProps {
  readonly item: DeskItem
  readonly desk: DeskAnswer
  /** Whether this person runs the desk of the item's body at all. */
  readonly mayRun: Decision
}

/** What can be done with the item in hand. Each step that ends or changes something names its consequence first. */
export function ItemActs({ item, desk, mayRun }: ItemActsProps) {
  const { t, format, locale } = useWords()
  const number = numberIn(item.number, locale)
  const family = familyOf(desk.items, item)
  const isAdopted = desk.agenda.step === 'ADOPTED'
  // Who does not run this desk is told so once, above; here only what stands in the way now.
  const reasonPlace = mayRun.ok ? 'beside' : 'tip'
  const { itemId, version } = item
  const fixed = { itemId, version }
  const { step } = item
  const pending = family.subItems.filter((sub) => sub.step === 'PENDING').map((sub) => numberIn(sub.number, locale))
  return (
    <div className="btns">
      {step === 'PENDING' || step === 'DEFERRED' ? (
        <ActButton<typeof openItem>
          intent="agenda.openItem"
          kind={permitsNow('open', item, desk).ok ? 'primary' : 'outlined'}
          fixed={fixed}
          reasonPlace={reasonPlace}
          decision={all(mayRun, permitsNow('open', item, desk))}
        >
          {t('desk.openNow', { number })}
        </ActButton>
      ) : null}
      {step === 'OPEN' ? (
        <ActButton<typeof suspendItem>
          intent="agenda.suspendItem"
          fixed={fixed}
          decision={mayRun}
          reasonPlace={reasonPlace}
        >
          {t('agenda.suspendItem', { number })}
        </ActButton>
      ) : null}
      {step === 'SUSPENDED' ? (
        <ActButton<typeof resumeItem>
          intent="agenda.resumeItem"
          kind="primary"
          fixed={fixed}
          reasonPlace={reasonPlace}
          decision={all(mayRun, permitsNow('resume', item, desk))}
        >
          {t('agenda.resumeItem', { number })}
        </ActButton>
      ) : null}
      {step === 'OPEN' || step === 'SUSPENDED' ? (
        <Confirm
          ask={t('agenda.closeItem', { number })}
          title={t('desk.closeItemTitle', { number })}
          reasonPlace={reasonPlace}
          decision={all(mayRun, permitsNow('close', item, desk))}
        >
          {(close) => (
            <ConfirmedAct<typeof closeItem>
              intent="agenda.closeItem"
              fixed={fixed}
              act={t('desk.closeItemNow', { number })}
              close={close}
            >
              <p>{t('desk.closeItemEffect', { number })}</p>
              {pending.length > 0 ? <p>{t('desk.closeItemPending', { items: format.list(pending) })}</p> : null}
              {item.isOpenToObservers ? <p>{t('desk.closeItemObservers')}</p> : null}
            </ConfirmedAct>
          )}
        </Confirm>
      ) : null}
      {step === 'PENDING' || step === 'OPEN' || step === 'SUSPENDED' ? (
        <Confirm
          ask={t('agenda.deferItem', { number })}
          title={t('desk.deferItemTitle', { number })}
          reasonPlace={reasonPlace}
          decision={all(mayRun, permitsNow('defer', item, desk))}
        >
          {(close) => (
            <ConfirmedAct<typeof deferItem>
              intent="agenda.deferItem"
              fixed={fixed}
              act={t('desk.deferItemNow', { number })}
              close={close}
            >
              <p>{t('desk.deferItemEffect', { number })}</p>
              <TextField name="reason" label={t('agenda.reason')} isOptional maxLength={300} />
            </ConfirmedAct>
          )}
        </Confirm>
      ) : null}
      {step === 'CLOSED' ? (
        <Confirm
          ask={t('agenda.reopenItem', { number })}
          title={t('desk.reopenItemTitle', { number })}
          reasonPlace={reasonPlace}
          decision={all(mayRun, permitsNow('reopen', item, desk))}
        >
          {(close) => (
            <ConfirmedAct<typeof reopenItem>
              intent="agenda.reopenItem"
              fixed={fixed}
              act={t('desk.reopenItemNow', { number })}
              close={close}
            >
              <p>{t('desk.reopenItemEffect', { number })}</p>
              <BasisField isAsked />
            </ConfirmedAct>
          )}
        </Confirm>
      ) : null}
      {step === 'PENDING' || step === 'SUSPENDED' || step === 'DEFERRED' ? (
        <Confirm
          ask={t('agenda.withdrawItem', { number })}
          title={t('agenda.withdrawItemTitle', { number })}
          reasonPlace={reasonPlace}
          decision={all(mayRun, permitsNow('withdraw', item, desk))}
        >
          {(close) => (
            <ConfirmedAct<typeof withdrawItem>
              intent="agenda.withdrawItem"
              fixed={fixed}
              act={t('agenda.withdrawItemNow', { number })}
              close={close}
              isGrave
            >
              <p>{t('agenda.withdrawItemEffect', { number })}</p>
              <BasisField isAsked={isAdopted} />
            </ConfirmedAct>
          )}
        </Confirm>
      ) : null}
    </div>
  )
}
