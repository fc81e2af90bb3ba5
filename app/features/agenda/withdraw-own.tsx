import { useWords } from '#app/i18n/words-provider.tsx'
import { all } from '#app/kernel/policy.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import type { withdrawItem } from './contract.ts'
import { ConfirmedAct } from './desk/confirmed-act.tsx'
import { permits } from './item-states.ts'
import { numberIn } from './numbering.ts'
import { mayWithdrawItem } from './policy.ts'
import { useActing } from './use-acting.tsx'
import type { ItemAnswer } from './views.ts'

/** The delegation that asked for the item may take it back while the agenda is provisional (AG-21). */
export function WithdrawOwn({ view: { item, body, proposer, isAdopted, subItems } }: { view: ItemAnswer }) {
  const { t, locale } = useWords()
  const acting = useActing()
  const isOver = item.step === 'WITHDRAWN' || item.step === 'CLOSED'
  if (!acting || !proposer || acting.delegationId !== proposer.delegationId || isOver) return null
  const number = numberIn(item.number, locale)
  const offices = { id: body.bodyId, chairId: null, coChairId: null }
  const decision = all(
    mayWithdrawItem(acting, { body: offices, proposerId: proposer.delegationId, isAdopted }),
    permits('withdraw', { ...item, parent: null, subItems }),
  )
  return (
    <Confirm
      ask={t('agenda.withdrawItem', { number })}
      title={t('agenda.withdrawItemTitle', { number })}
      decision={decision}
    >
      {(close) => (
        <ConfirmedAct<typeof withdrawItem>
          intent="agenda.withdrawItem"
          fixed={{ itemId: item.itemId, version: item.version }}
          act={t('agenda.withdrawItemNow', { number })}
          close={close}
          isGrave
        >
          <p>{t('agenda.withdrawItemEffect', { number })}</p>
        </ConfirmedAct>
      )}
    </Confirm>
  )
}
