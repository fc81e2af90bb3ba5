import { compareDocuments } from '#app/editor/compare.ts'
import { isDocumentJson } from '#app/editor/document-json.ts'
import type { DocumentJson } from '#app/editor/document-shape.ts'
import { flatten } from '#app/editor/flatten.ts'
import { wordCount } from '#app/editor/word-count.ts'
import { accreditedNames, delegationsOf } from '#app/features/conference/api.server.ts'
import { missing } from '#app/kernel/errors.ts'
import { must } from '#app/kernel/must.ts'
import { hidden } from '#app/kernel/policy.ts'
import { type Ask, actingIn, answer, answerLoaded, type QueryHandler } from '#app/kernel/work.server.ts'
import { draftComparison, draftList, draftView, revisionView, tablingReview } from './contract.ts'
import { draftLines, revisionLineOf, subjectOf, tabledLines } from './draft-lines.server.ts'
import { type LoadedDraft, loadDraft } from './draft-store.server.ts'
import { mayReadDraft } from './policy.ts'
import { revisionSymbol } from './symbols.ts'
import { bracketsIn, tablesIn } from './tabling.ts'

export const writingQueries: QueryHandler[] = [
  answer(draftList, async ({ tx, actor, allow }, { itemId }) => {
    const { conferenceId, delegationId, side } = actingIn(actor)
    if (side === 'observer') allow(hidden)
    const positions = delegationId ? await draftLines(tx, conferenceId, { delegationId, itemId }) : []
    return { positions, shared: await draftLines(tx, conferenceId, { delegationId: null, itemId }) }
  }),

  answer(draftView, async (ask, { draftId }) => {
    const draft = await visibleDraft(ask, draftId)
    const { tx } = ask
    const { conferenceId } = draft
    const content = flatten((await ask.documents.read(tx, draft.documentId)).json)
    const origins = await tx.tablingOrigin.findMany({ where: { draftId } })
    return {
      ...must((await draftLines(tx, conferenceId, { id: draftId }))[0]),
      documentId: draft.documentId,
      content,
      words: wordCount(content, draft.language),
      group: await groupOf(ask, draft),
      revisionLines: await revisionLines(ask, draft),
      tabled: await tabledLines(ask, { id: { in: origins.map((origin) => origin.tabledTextId) } }),
    }
  }),

  answer(revisionView, async (ask, { draftId, number }) => {
    const draft = await visibleDraft(ask, draftId)
    const line = (await revisionLines(ask, draft)).find((each) => each.number === number)
    if (!line) throw missing()
    const content = await textOf(ask, draft, number)
    return { ...line, title: draft.title, language: draft.language, content, words: wordCount(content, draft.language) }
  }),

  answerLoaded(
    draftComparison,
    async (ask, { draftId, from, to }) => {
      const draft = await visibleDraft(ask, draftId)
      const lines = await revisionLines(ask, draft)
      const lineOf = (number: number) => lines.find((each) => each.number === number) ?? null
      return {
        lines: { from: lineOf(from), to: lineOf(to), title: draft.title },
        texts: [await textOf(ask, draft, from), await textOf(ask, draft, to)] as const,
        language: draft.language,
      }
    },
    ({ lines, texts: [before, after], language }) => ({
      ...lines,
      difference: JSON.parse(JSON.stringify(compareDocuments(before, after, language))),
    }),
  ),

  answer(tablingReview, async (ask, { draftId, revisionId }) => {
    const draft = await visibleDraft(ask, draftId)
    const { tx } = ask
    const row = await tx.draftRevision.findFirst({ where: { id: revisionId, draftId } })
    if (!row || !isDocumentJson(row.content)) throw missing()
    const [line] = await draftLines(tx, draft.conferenceId, { id: draftId })
    const delegations = await delegationsOf(tx, draft.conferenceId)
    const count = (kind: string) =>
      delegations.filter((each) => each.kind === kind && each.id !== draft.delegationId).length
    return {
      draftId,
      title: draft.title,
      subject: subjectOf(draft.subject),
      language: draft.language,
      item: line?.item ?? null,
      revision: revisionLineOf(row, null),
      content: row.content,
      words: wordCount(row.content, draft.language),
      tables: tablesIn(row.content),
      brackets: bracketsIn(row.content),
      states: count('STATE'),
      observers: count('OBSERVER'),
      stays: {
        revisions: draft.revisions.length - 1,
        otherDrafts: draft.delegationId
          ? (await tx.draft.count({ where: { delegationId: draft.delegationId } })) - 1
          : 0,
        notes: draft.delegationId !== null,
      },
      mayCorrect: await correctable(ask, draft),
    }
  }),
]

async function visibleDraft({ tx, actor, allow }: Ask, draftId: string): Promise<LoadedDraft> {
  const draft = await loadDraft(tx, draftId)
  allow(mayReadDraft(actingIn(actor), draft.rules))
  return draft
}

async function textOf({ tx, documents }: Ask, draft: LoadedDraft, number: number): Promise<DocumentJson> {
  if (number === 0) return flatten((await documents.read(tx, draft.documentId)).json)
  const row = await tx.draftRevision.findUnique({ where: { draftId_number: { draftId: draft.id, number } } })
  if (!row || !isDocumentJson(row.content)) throw missing()
  return row.content
}

/** Within a delegation a revision names who made it; in a drafting group persons are not shown to other delegations. */
async function revisionLines({ tx }: Ask, draft: LoadedDraft) {
  const rows = await tx.draftRevision.findMany({
    where: { draftId: draft.id },
    omit: { content: true },
    orderBy: { number: 'desc' },
  })
  const names = draft.delegationId
    ? await accreditedNames(
        tx,
        rows.map(({ madeBy }) => madeBy),
      )
    : new Map<string, string>()
  return rows.map((row) => revisionLineOf(row, names.get(row.madeBy) ?? null))
}

async function groupOf({ tx }: Ask, draft: LoadedDraft) {
  if (draft.rules.circle.kind === 'POSITION') return []
  const { group } = draft.rules.circle
  return (await delegationsOf(tx, draft.conferenceId))
    .filter(({ id }) => group.includes(id))
    .map(({ id, code, names }) => ({ delegationId: id, code, names }))
}

async function correctable({ tx }: Ask, draft: LoadedDraft) {
  const origins = await tx.tablingOrigin.findMany({ where: { draftId: draft.id } })
  const texts = await tx.tabledText.findMany({
    where: { id: { in: origins.map((origin) => origin.tabledTextId) } },
    omit: { content: true },
  })
  const bases = [...new Set(texts.map(({ baseSymbol }) => baseSymbol))]
  return bases.map((baseSymbol) => {
    const last = Math.max(...texts.filter((text) => text.baseSymbol === baseSymbol).map(({ revision }) => revision))
    return { baseSymbol, nextSymbol: revisionSymbol(baseSymbol, last + 1) }
  })
}
