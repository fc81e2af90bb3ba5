import { useWords } from '#app/i18n/words-provider.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Timestamp } from '#app/ui/timestamp.tsx'
import type { TabledView } from './contract.ts'

/** What the head keeps: symbol, instant, hash. Shown on the issued text right after it left. */
export function Receipt({ text, back }: { text: Pick<TabledView, 'symbol' | 'tabledAt' | 'textHash'>; back: string }) {
  const { t } = useWords()
  return (
    <Notice kind="ok" role="status" title={t('positions.receipt')}>
      <dl className="dl">
        <dt>{t('common.symbol')}</dt>
        <dd>
          <b>
            <bdi dir="ltr">{text.symbol}</bdi>
          </b>
        </dd>
        <dt>{t('common.issued')}</dt>
        <dd>
          <Timestamp at={text.tabledAt} show="full" />
        </dd>
        <dt>{t('positions.textHash')}</dt>
        <dd className="hash">
          <bdi dir="ltr">{text.textHash}</bdi>
        </dd>
      </dl>
      <LinkButton to={back} size="small">
        {t('positions.title')}
      </LinkButton>
    </Notice>
  )
}
