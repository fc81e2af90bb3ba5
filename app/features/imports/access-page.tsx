import { useState } from 'react'
import type { Newcomer } from '#app/features/identity/invitation-contract.ts'
import { Name } from '#app/i18n/bdi.tsx'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { useNow } from '#app/ui/clock.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { usePageFacts } from '#app/ui/page-facts.ts'
import { Table } from '#app/ui/table.tsx'
import { useTimeHere } from './use-time-here.tsx'

interface AccessPageProps {
  readonly people: readonly Newcomer[]
  /** When the newest links that still live were made, by whomever. */
  readonly linksMadeAt: string | null
  /** One comes here right after an import. */
  readonly isDone: boolean
  /** How many wait for the word of a head of delegation. */
  readonly waitingForHeads: number
}

/** Those who have a place and no way in yet, and a link for each of them. */
export function AccessPage({ people, linksMadeAt, isDone, waitingForHeads }: AccessPageProps) {
  const { t } = useWords()
  const now = useNow()
  const timeHere = useTimeHere()
  const [sentAt, setSentAt] = useState<string | null>(null)
  const sent = () => setSentAt(new Date(now).toISOString())
  const madeAt = linksMadeAt ?? sentAt
  return (
    <Page
      title={t('imports.accessTitle')}
      crumbs={[{ label: t('people.title'), to: '/organiser/people' }, { label: t('imports.accessTitle') }]}
      end={<LinkButton to="/organiser/people">{t('imports.toPeople')}</LinkButton>}
      visibility={{ kind: 'secretariat' }}
    >
      <div className="stack-24">
        {isDone ? <Notice kind="ok" role="status" title={t('imports.done')} /> : null}
        {waitingForHeads > 0 ? (
          <Notice kind="info" title={t('imports.requestsWait', { count: waitingForHeads })}>
            {t('imports.waitingForHeadsHint')}
          </Notice>
        ) : null}
        {people.length === 0 ? (
          <p>{t('imports.everybodyCan')}</p>
        ) : (
          <>
            <div className="stack-12 measure">
              <h2>{t('imports.cannotSignIn')}</h2>
              <p>{t('imports.accessHint')}</p>
              <p>{t('identity.linkWaitsHint')}</p>
              {madeAt === null ? (
                <LinksForm onSent={sent} />
              ) : (
                <>
                  <Notice kind="ok" role="status" title={t('imports.linksMade', { time: timeHere(madeAt) })}>
                    {t('imports.linksMadeHint')}
                  </Notice>
                  <Confirm ask={`${t('imports.giveLinksAgain')}…`} title={t('imports.giveLinksAgain')}>
                    {(close) => (
                      <>
                        <p>{t('imports.giveLinksAgainEffect')}</p>
                        <LinksForm
                          isAgain
                          onSent={() => {
                            sent()
                            close?.()
                          }}
                        />
                      </>
                    )}
                  </Confirm>
                </>
              )}
            </div>
            <Table caption={t('imports.cannotSignIn')} isCaptionHidden isDense isStacked>
              {people.map(({ accreditationId, name, role, delegationNames, word }) => (
                <tr key={accreditationId}>
                  <th scope="row">
                    <bdi>{name}</bdi>
                  </th>
                  <td>{t(`roles.${role}`)}</td>
                  <td>{delegationNames ? <Name names={delegationNames} /> : t('people.secretariat')}</td>
                  <td className="sm muted">{word ? t('identity.linkWaits') : null}</td>
                </tr>
              ))}
            </Table>
          </>
        )}
      </div>
    </Page>
  )
}

/** A form of the browser's own: its answer is a file, which the page's script could not save. */
function LinksForm({ isAgain, onSent }: { isAgain?: boolean; onSent: () => void }) {
  const { t } = useWords()
  const facts = usePageFacts()
  return (
    <form
      method="post"
      action="/organiser/import/links"
      // Afterwards: a form that is taken from the page is not sent.
      onSubmit={() => setTimeout(onSent)}
    >
      <input type="hidden" name="intent" value="imports.giveLinks" />
      {facts?.acting ? <input type="hidden" name="acting" value={facts.acting} /> : null}
      <Button type="submit" kind={isAgain ? 'danger' : 'primary'} size="large">
        {t(isAgain ? 'imports.giveLinksAgain' : 'imports.giveLinks')}
      </Button>
    </form>
  )
}
