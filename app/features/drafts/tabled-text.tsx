import { Link } from '@remix-run/react'
import { DocumentView } from '#app/editor/document-view.tsx'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useShellView } from '#app/ui/shell/use-shell-view.ts'
import { Timestamp } from '#app/ui/timestamp.tsx'
import type { TabledView } from './contract.ts'
import { ItemName } from './item-name.tsx'
import { Sponsor } from './tabled-table.tsx'
import { languageKeys, tabledPath } from './words-of.ts'

/** A tabled text as issued; a withdrawn one is a stub (DR-11). */
export function TabledText({ text }: { text: TabledView }) {
  const { t, locale } = useWords()
  const conference = useShellView()?.conference
  const language = languageKeys[text.language]
  return (
    <article className="issued">
      <header className="mast">
        <div>
          {conference ? <bdi>{nameIn(conference.names, locale)}</bdi> : null}
          <div>
            <ItemName item={text.item} />
          </div>
        </div>
        <div className="end">
          <b>
            <bdi dir="ltr">{text.symbol}</bdi>
          </b>
          <Timestamp at={text.tabledAt} show="full" />
          {language ? <div>{t('common.originalLanguage', { language: t(language) })}</div> : null}
        </div>
      </header>
      {text.replacedBy ? (
        <Notice kind="warn">
          <Link to={tabledPath(text.replacedBy)}>{t('tabled.supersededBy', { symbol: text.replacedBy })}</Link>
        </Notice>
      ) : null}
      {text.earlier.map((symbol) => (
        <p key={symbol} className="sm">
          <Link to={tabledPath(symbol)}>{t('tabled.replaces', { symbol })}</Link>
        </p>
      ))}
      <p>
        <b>
          <Sponsor text={text} />
        </b>
      </p>
      <h2 className="issued-title">
        <bdi lang={text.language}>{text.title}</bdi>
      </h2>
      {text.content ? (
        <DocumentView document={text.content} lang={text.language} />
      ) : (
        <Notice kind="plain" title={t('tabled.withdrawnStub')}>
          {text.withdrawnAt ? <Timestamp at={text.withdrawnAt} show="full" /> : null}
          <p>
            <bdi>{text.withdrawnReason}</bdi>
          </p>
        </Notice>
      )}
      <p className="sm muted hash">
        {t('positions.textHash')} <bdi dir="ltr">{text.textHash}</bdi>
      </p>
    </article>
  )
}
