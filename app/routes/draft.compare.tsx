import { useLoaderData } from '@remix-run/react'
import { isComparison } from '#app/editor/compare-shape.ts'
import { ComparePanel } from '#app/features/drafts/compare-page.tsx'
import { draftComparison, draftView } from '#app/features/drafts/contract.ts'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { must } from '#app/kernel/must.ts'
import { load } from '#app/kernel/remix.server.ts'
import { Page } from '#app/ui/page.tsx'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { useShellView } from '#app/ui/shell/use-shell-view.ts'

export const handle: PageHandle = { title: ({ t }) => t('drafts.compare') }

export const loader = load(async ({ caller, params, url }) => {
  const draftId = must(params.draftId)
  const [from, to] = [url.searchParams.get('from') ?? '0', url.searchParams.get('to') ?? '0']
  return {
    draft: await caller.ask(draftView, { draftId }),
    comparison: await caller.ask(draftComparison, { draftId, from, to }),
    from: Number(from),
    to: Number(to),
    back: url.pathname.replace(/\/compare$/, ''),
  }
})

export default function Compare() {
  const { t, locale } = useWords()
  const { draft, comparison, from, to, back } = useLoaderData<typeof loader>()
  const own = useShellView()?.acting?.delegation
  const rows = isComparison(comparison.difference) ? comparison.difference : []
  return (
    <Page
      title={t('drafts.compare')}
      crumbs={[{ label: <bdi>{draft.title}</bdi>, to: back }, { label: t('drafts.compare') }]}
      visibility={
        draft.kind === 'SHARED'
          ? { kind: 'drafting-group' }
          : { kind: 'delegation', of: own ? nameIn(own.names, locale) : undefined }
      }
      isFlush
    >
      <ComparePanel draft={draft} from={from} to={to} rows={rows} />
    </Page>
  )
}
