import { Link } from '@remix-run/react'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { OutputOf } from '#app/kernel/contract.ts'
import type { Decision } from '#app/kernel/policy.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Page } from '#app/ui/page.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag, type TagKind } from '#app/ui/tag.tsx'
import type { DelegationLine, drawLot, roster } from './contract.ts'

const looks: Readonly<Record<DelegationLine['credentials'], TagKind>> = {
  AWAITED: 'warn',
  PROVISIONAL: 'warn',
  ACCEPTED: 'ok',
  CONTESTED: 'danger',
  REJECTED: 'danger',
}

interface DelegationsPageProps {
  readonly list: OutputOf<typeof roster>
  readonly decision: Decision
}

/** Delegations in protocol order, their credentials, and the lot. */
export function DelegationsPage({ list, decision }: DelegationsPageProps) {
  const { t, locale } = useWords()
  const head = (
    <>
      <th scope="col" className="num">
        {t('conference.place')}
      </th>
      <th scope="col">{t('conference.code')}</th>
      <th scope="col" className="x">
        {t('common.name')}
      </th>
      <th scope="col">{t('conference.kindOf')}</th>
      <th scope="col">{t('conference.credentials')}</th>
    </>
  )
  return (
    <Page
      title={t('conference.delegations')}
      sub={list.orderFrom ? t('conference.orderFrom', { drawn: list.orderFrom }) : t('conference.seatingHint')}
      end={
        decision.ok ? (
          <>
            <LinkButton to="/organiser/people">{t('people.title')}</LinkButton>
            <LinkButton to="/organiser/delegations/new" kind="primary">
              {t('conference.addDelegation')}
            </LinkButton>
          </>
        ) : null
      }
    >
      <Table caption={t('conference.delegations')} isCaptionHidden head={head} isStacked isDense>
        {list.delegations.map((delegation) => (
          <tr key={delegation.delegationId}>
            <td className="num">{delegation.place}</td>
            <td>
              <span className="code">{delegation.code}</span>
            </td>
            <th scope="row">
              {decision.ok ? (
                <Link to={`/organiser/delegations/${delegation.delegationId}`}>
                  <bdi>{nameIn(delegation.names, locale)}</bdi>
                </Link>
              ) : (
                <bdi>{nameIn(delegation.names, locale)}</bdi>
              )}
              {nameIn(delegation.formalNames, locale) === nameIn(delegation.names, locale) ? null : (
                <div className="sm muted">
                  <bdi>{nameIn(delegation.formalNames, locale)}</bdi>
                </div>
              )}
            </th>
            <td>{t(delegation.kind === 'STATE' ? 'conference.stateDelegation' : 'conference.observerDelegation')}</td>
            <td>
              <Tag kind={looks[delegation.credentials]}>
                {t(`conference.credentialsState.${delegation.credentials}`)}
              </Tag>{' '}
              {delegation.step === 'WITHDRAWN' ? <Tag kind="danger">{t('conference.hasLeft')}</Tag> : null}
            </td>
          </tr>
        ))}
      </Table>
      {decision.ok ? (
        <section className="sec" aria-labelledby="lot">
          <h2 id="lot">{t('conference.seating')}</h2>
          <p className="muted">{t('conference.seatingHint')}</p>
          <MutationForm<typeof drawLot> intent="conference.drawLot" className="form" said={t('common.changesSaved')}>
            <TextField
              name="drawn"
              label={t('conference.drawnByLot')}
              hint={t('conference.lotHint')}
              maxLength={8}
              isOptional
              dir="ltr"
            />
            <Submit kind="outlined">{t('conference.drawLot')}</Submit>
          </MutationForm>
        </section>
      ) : null}
    </Page>
  )
}
