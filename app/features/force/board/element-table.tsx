import { Link, useSearchParams } from '@remix-run/react'
import { Fragment } from 'react'
import type { Strength } from '#app/features/force/balance.ts'
import type { Phase } from '#app/features/force/contract.ts'
import { fullOf } from '#app/features/force/pictures/bar-shares.ts'
import { StrengthBar } from '#app/features/force/pictures/strength-bar.tsx'
import type { ForceInSight } from '#app/features/force/use-force.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { must } from '#app/kernel/must.ts'
import { Tag } from '#app/ui/tag.tsx'
import { ElementStory } from './element-story.tsx'
import { type ElementRow, elementRows, type Part } from './rows.ts'

/** Element by element: required, filled and missing in every phase, and who brings it in the last. */
export function ElementTable({ force }: { force: ForceInSight }) {
  const { t } = useWords()
  const [search] = useSearchParams()
  const { phases } = force.board
  const last = must(phases.at(-1))
  const rows = elementRows(force.released, force.balances, last.phaseId)
  const full = fullOf(rows.flatMap(({ strengths }) => strengths.at(-1) ?? []))
  const opened = search.get('element')
  return (
    <table className="tbl d fb-elements">
      <caption className="vh">{t('forces.byOf.element')}</caption>
      <thead>
        <PhaseHeads phases={phases} last={last} />
      </thead>
      <tbody>
        {rows.map((row) => (
          <Fragment key={row.element.elementId}>
            <Row row={row} force={force} full={full} isOpen={opened === row.element.elementId} />
            {opened === row.element.elementId ? (
              <tr className="fb-story">
                <td />
                <td colSpan={phases.length * 3 + 3}>
                  <ElementStory row={row} force={force} />
                </td>
              </tr>
            ) : null}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function PhaseHeads({ phases, last }: { phases: readonly Phase[]; last: Phase }) {
  const { t } = useWords()
  return (
    <>
      <tr className="fb-phases">
        <td colSpan={2} />
        {phases.map(({ phaseId, name }) => (
          <th key={phaseId} scope="colgroup" colSpan={3} className="num">
            <bdi>{name}</bdi>
          </th>
        ))}
        <td colSpan={2} />
      </tr>
      <tr className="fb-heads-row">
        <th scope="col" className="num">
          {t('forces.serial')}
        </th>
        <th scope="col" className="x">
          {t('forces.element')}
        </th>
        {phases.map(({ phaseId }) => (
          <Fragment key={phaseId}>
            <th scope="col" className="num p">
              {t('forcePictures.required')}
            </th>
            <th scope="col" className="num">
              {t('forcePictures.filled')}
            </th>
            <th scope="col" className="num">
              {t('forcePictures.gap')}
            </th>
          </Fragment>
        ))}
        <th scope="col">{t('forces.oneScale', { phase: last.name })}</th>
        <th scope="col">{t('forces.offersIn', { phase: last.name })}</th>
      </tr>
    </>
  )
}

interface RowProps {
  readonly row: ElementRow
  readonly force: ForceInSight
  readonly full: number
  readonly isOpen: boolean
}

function Row({ row: { element, strengths, parts }, force, full, isOpen }: RowProps) {
  const { t, format } = useWords()
  const [search] = useSearchParams()
  const to = new URLSearchParams(search)
  if (isOpen) to.delete('element')
  else to.set('element', element.elementId)
  const strength = strengths.at(-1)
  return (
    <tr className={isOpen ? 'fb-open' : undefined} data-element={element.serial}>
      <td className="num muted">{format.number(element.serial)}</td>
      <th scope="row">
        <Link to={`?${to}`} preventScrollReset replace aria-expanded={isOpen}>
          <bdi>{element.name}</bdi>
        </Link>{' '}
        {element.isCritical ? <Tag kind="danger">{t('forcePictures.critical')}</Tag> : null}
        {element.priority === 'ESSENTIAL' ? null : <Tag>{t(`forces.priority.${element.priority}`)}</Tag>}
      </th>
      {strengths.map((each, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: phases have an order and no other identity here
        <PhaseCells key={place} strength={each} phase={force.board.phases[place]?.name ?? ''} />
      ))}
      <td>{strength ? <StrengthBar strength={strength} full={full} /> : null}</td>
      <td className="fb-parts sm">
        {parts.map((part) => (
          <PartLabel key={part.offerId} part={part} force={force} />
        ))}
      </td>
    </tr>
  )
}

function PhaseCells({ strength, phase }: { strength: Strength; phase: string }) {
  const { t, format } = useWords()
  // On a phone the row is a block of its own, and each figure carries its heading.
  const inPhase = t('forces.columnIn', { phase, column: t('forcePictures.required') })
  if (strength.required === 0 && strength.filled === 0)
    return (
      <>
        <td className="num p muted" data-label={inPhase}>
          <span aria-hidden>–</span>
          <span className="vh">{t('forces.notRequired')}</span>
        </td>
        <td />
        <td />
      </>
    )
  return (
    <>
      <td className="num p" data-label={inPhase}>
        {format.number(strength.required)}
      </td>
      <td className="num" data-label={t('forcePictures.filled')}>
        {format.number(strength.filled)}
      </td>
      <td className="num" data-label={t('forcePictures.gap')}>
        {strength.gap > 0 ? <b>{format.number(strength.gap)}</b> : <span className="muted">{format.number(0)}</span>}
        {strength.surplus > 0 ? (
          <div className="sm nw">{t('forces.surplusOf', { surplus: strength.surplus })}</div>
        ) : null}
      </td>
    </>
  )
}

const signs = { firm: '', conditional: '*', indicated: '°', over: '' }

/** A state's code with its figure; the signs are those of the legend. */
function PartLabel({ part, force }: { part: Part; force: ForceInSight }) {
  const { t, format } = useWords()
  const { code, name } = force.delegation(part.delegationId)
  const label = (
    <>
      <b title={name}>{code}</b> {part.kind !== 'over' && part.figure === 0 ? null : format.number(part.figure)}
      {signs[part.kind]}
      {part.reserve > 0 ? <span className="muted"> +{format.number(part.reserve)}</span> : null}
    </>
  )
  const said = part.kind === 'firm' ? '' : t(`forces.partOf.${part.kind}`)
  return (
    <span className="fb-part">
      <bdi dir="ltr">{part.kind === 'over' ? <s>{label}</s> : label}</bdi>
      {said ? <span className="vh"> {said}</span> : null}
    </span>
  )
}
