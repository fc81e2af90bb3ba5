import type { Phase } from '#app/features/force/contract.ts'
import type { Change, Effect } from '#app/features/force/scenario.ts'
import { capabilities } from '#app/features/force/terms.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Table } from '#app/ui/table.tsx'

interface EffectTableProps {
  readonly effects: readonly Effect[]
  readonly phases: readonly Phase[]
}

/** What the balance becomes, phase by phase: the total, then each capability that changes. */
export function EffectTable({ effects, phases }: EffectTableProps) {
  const { t } = useWords()
  const rows = effects.flatMap(({ phaseId, total, capabilities: changes }) => {
    const phase = phases.find((each) => each.phaseId === phaseId)?.name ?? ''
    const parts = capabilities.flatMap((capability) => {
      const change = changes.get(capability)
      return change ? [{ key: `${phaseId} ${capability}`, name: t(`forces.capability.${capability}`), change }] : []
    })
    return parts.length > 0 ? [{ phaseId, phase, total, parts }] : []
  })
  if (rows.length === 0) return <p>{t('forceOffers.effect.none')}</p>
  return (
    <Table
      caption={t('forceOffers.effect.title')}
      isCaptionHidden
      isStacked
      isDense
      head={
        <>
          <th scope="col">{t('forceOffers.effect.of')}</th>
          <th scope="col" className="num">
            {t('forceOffers.effect.change')}
          </th>
          <th scope="col" className="num">
            {t('forcePictures.gap')}
          </th>
        </>
      }
    >
      {rows.flatMap(({ phaseId, phase, total, parts }) => [
        ...parts.map(({ key, name, change }) => <EffectRow key={key} name={`${phase} · ${name}`} change={change} />),
        <EffectRow key={phaseId} name={t('forceOffers.effect.total', { phase })} change={total} isTotal />,
      ])}
    </Table>
  )
}

function EffectRow({ name, change, isTotal }: { name: string; change: Change; isTotal?: true }) {
  const { t, format } = useWords()
  const { from, to, more } = change
  const kind = more.firm !== 0 ? 'firm' : more.conditional !== 0 ? 'conditional' : 'indicated'
  const isCounted = more.filled !== 0
  return (
    <tr>
      <th scope="row">{isTotal ? name : <span className="muted">{name}</span>}</th>
      <td className="num" data-label={t('forceOffers.effect.change')}>
        <b>
          {t('forceOffers.effect.fromTo', {
            from: isCounted ? from.filled : from.indicated,
            to: isCounted ? to.filled : to.indicated,
            required: to.required,
          })}
        </b>{' '}
        <span className="muted">{t(`forcePictures.${kind}`)}</span>
      </td>
      <td className="num" data-label={t('forcePictures.gap')}>
        {from.gap === to.gap
          ? format.number(to.gap)
          : t('forceOffers.effect.gapFromTo', { from: from.gap, to: to.gap })}
      </td>
    </tr>
  )
}
