import { EditorSlot } from '#app/editor/editor-slot.tsx'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import type { Acting } from '#app/kernel/actor.ts'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Page } from '#app/ui/page.tsx'
import { useShellView } from '#app/ui/shell/use-shell-view.ts'
import { Submit } from '#app/ui/submit.tsx'
import type { DraftView, setDraftAside, takeDraftUp } from './contract.ts'
import type { Draft } from './drafting.ts'
import { DraftingGroup, type StateChoice } from './drafting-group.tsx'
import { ItemName } from './item-name.tsx'
import { mayRunSharedDraft, mayTable, mayWriteDraft } from './policy.ts'
import { RevisionList } from './revision-list.tsx'
import { TabledLines } from './tabled-lines.tsx'
import { subjectKeys } from './words-of.ts'

interface DraftPageProps {
  readonly draft: DraftView
  readonly acting: Acting
  /** State delegations to choose a drafting group from; for who may name it. */
  readonly states: readonly StateChoice[]
}

/** A draft with its live text on one side, its revisions and what left on the other. */
export function DraftPage({ draft, acting, states }: DraftPageProps) {
  const { t, locale } = useWords()
  const isShared = draft.kind === 'SHARED'
  const path = isShared ? `/shared/${draft.draftId}` : `/positions/${draft.draftId}`
  const rules = rulesOf(draft, acting)
  const own = useShellView()?.acting?.delegation
  const group = draft.group.map(({ names }) => nameIn(names, locale)).join(', ')
  const mayWrite = mayWriteDraft(acting, rules)
  return (
    <Page
      title={<bdi lang={draft.language}>{draft.title}</bdi>}
      crumbs={[
        { label: t(isShared ? 'drafts.sharedDrafts' : 'positions.title'), to: isShared ? '/shared' : '/positions' },
        { label: t(subjectKeys[draft.subject]) },
      ]}
      sub={<ItemName item={draft.item} />}
      isFlush
      visibility={
        isShared
          ? { kind: 'drafting-group', of: group, end: t('drafts.groupOf', { count: draft.group.length }) }
          : {
              kind: 'delegation',
              of: own ? nameIn(own.names, locale) : undefined,
              end: t('visibility.notVisibleToSecretariat'),
            }
      }
    >
      <div className="draft">
        <EditorSlot
          documentId={draft.documentId}
          document={draft.content}
          label={t(isShared ? 'drafts.sharedEditorLabel' : 'drafts.editorLabel')}
          lang={draft.language}
          decision={mayWrite}
          whenEmpty={<p className="muted">{t(isShared ? 'drafts.emptyShared' : 'drafts.emptyText')}</p>}
        />
        <aside className="draft-side" aria-label={t('drafts.aboutDraft')}>
          <RevisionList
            draft={draft}
            path={path}
            mayWrite={mayWrite}
            mayLeave={isShared ? mayRunSharedDraft(acting, rules) : mayTable(acting, rules)}
            leaveWords={t(isShared ? 'drafts.issueRevision' : 'positions.review')}
          />
          {draft.tabled.length > 0 ? (
            <section className="sec" aria-labelledby="left">
              <h2 id="left">{t(isShared ? 'drafts.issuedSoFar' : 'positions.tabledByUs')}</h2>
              <TabledLines texts={draft.tabled} />
            </section>
          ) : null}
          {isShared ? (
            <DraftingGroup draft={draft} states={states} decision={mayRunSharedDraft(acting, rules)} />
          ) : (
            <Aside draft={draft} isOff={!mayWriteDraft(acting, { ...rules, step: 'DRAFT' }).ok} />
          )}
        </aside>
      </div>
    </Page>
  )
}

function Aside({ draft, isOff }: { draft: DraftView; isOff: boolean }) {
  const { t } = useWords()
  if (isOff) return null
  return draft.step === 'SET_ASIDE' ? (
    <MutationForm<typeof takeDraftUp> intent="drafts.takeUp" fixed={{ draftId: draft.draftId }}>
      <Submit kind="outlined" size="normal">
        {t('drafts.takeUp')}
      </Submit>
    </MutationForm>
  ) : (
    <MutationForm<typeof setDraftAside> intent="drafts.setAside" fixed={{ draftId: draft.draftId }}>
      <Submit kind="quiet" size="normal">
        {t('drafts.archive')}
      </Submit>
    </MutationForm>
  )
}

/** The draft as its rules see it, from what the page was given. */
function rulesOf(draft: DraftView, acting: Acting): Draft {
  const { conferenceId, delegationId } = acting
  const circle =
    draft.kind === 'SHARED'
      ? { kind: 'SHARED' as const, group: draft.group.map((member) => member.delegationId) }
      : { kind: 'POSITION' as const, delegationId: delegationId ?? '' }
  return { conferenceId, step: draft.step, circle }
}
