import { Link } from '@remix-run/react'
import { useActing } from '#app/features/agenda/use-acting.tsx'
import { type ElementToFill, elementsToFill, type LineToAccept } from '#app/features/force/acceptance-list.ts'
import { isConditional } from '#app/features/force/board.ts'
import type { caveatList, conditionLinks } from '#app/features/force/contract.ts'
import { figureOf, isAny } from '#app/features/force/figures.ts'
import { ForcePage } from '#app/features/force/force-page.tsx'
import { mayGenerateForce } from '#app/features/force/policy.ts'
import { Section } from '#app/features/force/requirement/section.tsx'
import { type ForceInSight, useForce } from '#app/features/force/use-force.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { OutputOf } from '#app/kernel/contract.ts'
import type { Decision } from '#app/kernel/policy.ts'
import { useLive } from '#app/live/use-live.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { AcceptForm } from './accept-form.tsx'
import { ConditionsAtRisk } from './conditions-at-risk.tsx'
import { Funds } from './funds.tsx'
import { Warnings } from './warnings-list.tsx'

interface AcceptPageProps {
  readonly loaded: Parameters<typeof useForce>[0]
  readonly caveats: OutputOf<typeof caveatList>
  readonly links: OutputOf<typeof conditionLinks>
}

/** What was promised and waits for the force generator: element by element, with what to look at. */
export function AcceptPage({ loaded, ...first }: AcceptPageProps) {
  const { t } = useWords()
  const force = useForce(loaded)
  const { caveats } = useLive<typeof caveatList>('force.caveats', {}, first.caveats)
  const { conditions } = useLive<typeof conditionLinks>('force.links', {}, first.links)
  const acting = useActing()
  const decision = acting ? mayGenerateForce(acting) : undefined
  const { phases, elements } = force.board
  const filled = elementsToFill({ phases, elements, offers: force.board.offers })
  const isWaiting = ({ lines }: ElementToFill) => lines.some((line) => line.isWaiting)
  const waiting = filled.filter(isWaiting)
  const settled = filled.filter((each) => !isWaiting(each))
  return (
    <ForcePage title={t('forceDesk.accept')} sub={t('forceDesk.acceptSub', { count: waiting.length })}>
      <div className="body stack-24">
        {decision?.ok === false ? <Notice kind="info">{t('forceDesk.readOnly')}</Notice> : null}
        {waiting.length === 0 ? <EmptyState>{t('forceDesk.nothingWaits')}</EmptyState> : null}
        {waiting.map((each) => (
          <Filling key={each.element.elementId} filling={each} force={force} decision={decision} />
        ))}
        {settled.length > 0 ? (
          <details>
            <summary>{t('forceDesk.acceptedInFull', { count: settled.length })}</summary>
            <div className="stack-24">
              {settled.map((each) => (
                <Filling key={each.element.elementId} filling={each} force={force} decision={decision} />
              ))}
            </div>
          </details>
        ) : null}
        <Warnings force={force} caveats={caveats} />
        <ConditionsAtRisk force={force} conditions={conditions} />
        <Funds force={force} decision={decision} />
      </div>
    </ForcePage>
  )
}

interface FillingProps {
  readonly filling: ElementToFill
  readonly force: ForceInSight
  readonly decision: Decision | undefined
}

function Filling({ filling, force, decision }: FillingProps) {
  const { t } = useWords()
  const { element, accepted, lacking, lines } = filling
  const { phases } = force.board
  return (
    <Section
      title={
        <>
          <bdi>{`${element.serial}  ${element.name}`}</bdi>{' '}
          {element.isCritical ? <Tag kind="danger">{t('forceDesk.critical')}</Tag> : null}
        </>
      }
      end={
        <span className="muted">
          {isAny(lacking)
            ? phases
                .filter(({ phaseId }) => figureOf(element.required, phaseId) > 0)
                .map(({ phaseId, name }) =>
                  t('forceDesk.lackingIn', {
                    phase: name,
                    lacking: figureOf(lacking, phaseId),
                    accepted: figureOf(accepted, phaseId),
                    required: figureOf(element.required, phaseId),
                  }),
                )
                .join(' · ')
            : t('forceDesk.nothingLacks')}
        </span>
      }
    >
      <Table
        caption={element.name}
        isCaptionHidden
        isDense
        isStacked
        head={
          <>
            <th scope="col" className="x">
              {t('forceDesk.offer')}
            </th>
            <th scope="col">{t('forceDesk.standing')}</th>
            <th scope="col">{t('forceDesk.acceptIt')}</th>
          </>
        }
      >
        {lines.map((line) => (
          <LineRow key={line.offer.offerId} line={line} force={force} decision={decision} />
        ))}
      </Table>
    </Section>
  )
}

interface LineRowProps {
  readonly line: LineToAccept
  readonly force: ForceInSight
  readonly decision: Decision | undefined
}

function LineRow({ line, force, decision }: LineRowProps) {
  const { t } = useWords()
  const { offer, line: own, isWaiting, isFitting } = line
  const { phases } = force.board
  const state = force.delegation(offer.delegationId)
  const form = <AcceptForm line={line} phases={phases} decision={decision} />
  return (
    <tr>
      <th scope="row" className="x">
        <bdi>{state.code}</bdi>{' '}
        <span className="muted">
          <bdi>{state.name}</bdi>
        </span>
        <br />
        <Link to={`/forces/offers/${offer.offerId}`}>
          <bdi>{offer.title}</bdi>
        </Link>
        <p className="sm muted">
          {phases
            .filter(({ phaseId }) => figureOf(own.offered, phaseId) > 0)
            .map(({ phaseId, name }) =>
              t('forceDesk.offeredIn', {
                phase: name,
                offered: figureOf(own.offered, phaseId),
                accepted: figureOf(own.accepted, phaseId),
              }),
            )
            .join(' · ')}
        </p>
        {own.decision ? (
          <p className="sm muted">
            {t('forceDesk.decided')} <bdi>{own.decision}</bdi>
          </p>
        ) : null}
      </th>
      <td>
        <span className="nw">{t(`forces.status.${offer.status}`)}</span>
        {isConditional(offer) ? (
          <>
            <br />
            <Tag kind="warn">{t('forcePictures.conditional')}</Tag>
          </>
        ) : null}
        {isFitting ? null : (
          <>
            <br />
            <Tag kind="warn">{t('forceDesk.doesNotFit')}</Tag>
          </>
        )}
      </td>
      <td className="broad">
        {isWaiting ? (
          form
        ) : (
          <details>
            <summary>{t('forceDesk.changeAccepted')}</summary>
            {form}
          </details>
        )}
      </td>
    </tr>
  )
}
