import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { isStrength } from '#app/features/force/terms.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { CaveatWords } from './caveats-section.tsx'
import { ConditionWords } from './conditions-section.tsx'
import { LinesTable } from './lines-section.tsx'
import type { ReleaseProps } from './release-page.tsx'
import { saysAnything, Terms } from './terms-section.tsx'

/** Step 1: the offer exactly as its readers will have it, and what stays. */
export function ReleaseLeaves({ here: { offer, force } }: ReleaseProps) {
  const { t } = useWords()
  const [staying, leaving] = [
    offer.caveats.filter(({ release }) => release?.audience === 'NONE'),
    offer.caveats.filter(({ release }) => release?.audience !== 'NONE'),
  ]
  return (
    <>
      <div className="pap">
        <div className="mast">
          <div>
            <b>
              <bdi>{force.delegation(offer.delegationId).name}</bdi>
            </b>
            <div className="muted">{t(`forces.kind.${offer.kind}`)}</div>
          </div>
        </div>
        <h3 className="issued-title">
          <bdi>{offer.title}</bdi>
        </h3>
        <div className="stack-16">
          {isStrength(offer.kind) && offer.lines.length > 0 ? <LinesTable offer={offer} force={force} /> : null}
          {isStrength(offer.kind) && offer.lines.length === 0 ? (
            <p className="warn">{t('forceOffers.noLines')}</p>
          ) : null}
          {saysAnything(offer) ? <Terms offer={offer} force={force} /> : null}
          {offer.conditions.length > 0 ? (
            <div className="stack-8">
              <h4>{t('forceOffers.conditions')}</h4>
              <ul className="revs">
                {offer.conditions.map((condition) => (
                  <li key={condition.conditionId}>
                    <div className="grow stack-8">
                      <ConditionWords condition={condition} force={force} />
                    </div>
                  </li>
                ))}
              </ul>
            </div>
          ) : null}
          {leaving.length > 0 ? (
            <div className="stack-8">
              <h4>{t('forceOffers.release.limitsLeave')}</h4>
              <ul className="revs">
                {leaving.map((caveat) => (
                  <li key={caveat.caveatId}>
                    <div className="grow stack-4">
                      <CaveatWords caveat={caveat} force={force} />
                    </div>
                  </li>
                ))}
              </ul>
            </div>
          ) : null}
        </div>
      </div>
      <div className="ls">
        <section aria-label={t('positions.leaves')}>
          <div className="vis tab">{t('positions.leaves')}</div>
          <ul>
            <Leaves>{t('forceOffers.release.leavesOffer')}</Leaves>
            {offer.conditions.length > 0 ? (
              <Leaves>{t('forceOffers.release.leavesConditions', { count: offer.conditions.length })}</Leaves>
            ) : null}
            {leaving.length > 0 ? (
              <Leaves>{t('forceOffers.release.leavesLimits', { count: leaving.length })}</Leaves>
            ) : null}
          </ul>
        </section>
        <section aria-label={t('positions.stays')}>
          <div className="vis prv">{t('positions.stays')}</div>
          <ul>
            <Stays>{t('forceOffers.release.staysLimits', { count: staying.length })}</Stays>
            <Stays>{t('forceOffers.release.staysHistory')}</Stays>
            <Stays>{t('forceOffers.release.staysNames')}</Stays>
          </ul>
        </section>
      </div>
    </>
  )
}

const Leaves = ({ children }: { children: ReactNode }) => (
  <li>
    <Icon of={Check} className="ok" />
    <div>{children}</div>
  </li>
)

const Stays = ({ children }: { children: ReactNode }) => (
  <li>
    <Icon of={Minus} className="muted" />
    <div>{children}</div>
  </li>
)
