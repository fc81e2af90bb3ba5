import { DocumentView } from '#app/editor/document-view.tsx'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { useShellView } from '#app/ui/shell/use-shell-view.ts'
import { ItemName } from './item-name.tsx'
import type { ReviewProps } from './review-page.tsx'
import { languageKeys } from './words-of.ts'

/** The paper as the others will have it: nothing is on it that will not leave. */
export function IssuedPreview({ review, isShared, isLarge }: ReviewProps & { readonly isLarge?: boolean }) {
  const { t, locale } = useWords()
  const view = useShellView()
  const language = languageKeys[review.language]
  const by = isShared
    ? t('tabled.secretariat')
    : view?.acting?.delegation
      ? nameIn(view.acting.delegation.names, locale)
      : ''
  return (
    <div className={isLarge ? 'pap large' : 'pap'}>
      <div className="mast">
        <div>
          {view?.conference ? <bdi>{nameIn(view.conference.names, locale)}</bdi> : null}
          <div>
            <ItemName item={review.item} />
          </div>
        </div>
        <div className="end">
          <b>{t('positions.nextFreeSymbol')}</b>
          {language ? t('common.originalLanguage', { language: t(language) }) : null}
        </div>
      </div>
      <p>
        <b>
          <bdi>{by}</bdi>
        </b>
      </p>
      <h3 className="issued-title">
        <bdi lang={review.language}>{review.title}</bdi>
      </h3>
      <DocumentView document={review.content} lang={review.language} />
    </div>
  )
}
