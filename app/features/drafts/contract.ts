import { z } from 'zod'
import { documentJson } from '#app/editor/document-contract.ts'
import { mutation, query } from '#app/kernel/contract.ts'
import { id } from '#app/kernel/ids.ts'
import { line, optionalLine, prose, wholeNumber } from '#app/kernel/text.ts'
import { draftSubjects } from './drafting.ts'

const draftId = id<'draft'>()
const itemId = id<'agendaItem'>()
const language = z.enum(['en', 'fr', 'ar', 'es', 'ru', 'zh'])

/** A position on force structure, on command arrangements, or on an agenda item; only one's own delegation sees it. */
export const createPosition = mutation('drafts.createPosition', {
  input: z.strictObject({ title: line(200), subject: z.enum(draftSubjects), itemId, language: language.default('en') }),
  output: z.object({ draftId: z.string() }),
  audit: 'delegation',
})

export const renameDraft = mutation('drafts.rename', {
  input: z.strictObject({ draftId, title: line(200) }),
  output: z.object({}),
  audit: 'delegation',
})

export const setDraftAside = mutation('drafts.setAside', {
  input: z.strictObject({ draftId }),
  output: z.object({}),
  audit: 'delegation',
})

export const takeDraftUp = mutation('drafts.takeUp', {
  input: z.strictObject({ draftId }),
  output: z.object({}),
  audit: 'delegation',
})

/** Keeps the text as it stands now under a name. */
export const nameRevision = mutation('drafts.nameRevision', {
  input: z.strictObject({ draftId, name: line(120) }),
  output: z.object({ revisionId: z.string(), number: z.number() }),
  audit: 'delegation',
})

/** Step 3 of the review: the revision and the hash that were shown, who will read, and which text it corrects, if any. */
export const tableRevision = mutation('drafts.table', {
  input: z.strictObject({
    draftId,
    revisionId: id<'draftRevision'>(),
    textHash: z.string().length(64),
    audience: z.enum(['STATES', 'ALL']),
    corrects: optionalLine(120),
  }),
  output: z.object({ symbol: z.string(), tabledAt: z.string(), textHash: z.string() }),
  reauthenticate: true,
})

export const withdrawTabled = mutation('drafts.withdraw', {
  input: z.strictObject({ symbol: line(120), reason: prose(500) }),
  output: z.object({}),
  reauthenticate: true,
})

/** Each delegation once, however often a form names it. */
const draftingGroup = z
  .preprocess((value) => (typeof value === 'string' ? [value] : (value ?? [])), z.array(id<'delegation'>()).max(200))
  .transform((ids) => [...new Set(ids)])

export const openSharedDraft = mutation('drafts.openShared', {
  input: z.strictObject({
    title: line(200),
    subject: z.enum(draftSubjects),
    itemId,
    language: language.default('en'),
    delegationIds: draftingGroup,
  }),
  output: z.object({ draftId: z.string() }),
})

/** The whole group as it shall be; who is no longer named loses sight of the draft at once. */
export const nameDraftingGroup = mutation('drafts.nameGroup', {
  input: z.strictObject({
    draftId,
    delegationIds: draftingGroup,
  }),
  output: z.object({}),
})

/** The secretariat issues a shared draft's named revision to all delegations. */
export const issueRevision = mutation('drafts.issue', {
  input: z.strictObject({
    draftId,
    revisionId: id<'draftRevision'>(),
    textHash: z.string().length(64),
    audience: z.enum(['STATES', 'ALL']),
  }),
  output: z.object({ symbol: z.string(), tabledAt: z.string(), textHash: z.string() }),
})

const names = z.record(z.string(), z.string())
const itemRef = z.object({ itemId: z.string(), number: z.string(), names })
const revisionLine = z.object({
  revisionId: z.string(),
  number: z.number(),
  name: z.string(),
  madeAt: z.string(),
  madeBy: z.string().nullable(),
  textHash: z.string(),
})
const draftLine = z.object({
  draftId: z.string(),
  kind: z.enum(['POSITION', 'SHARED']),
  subject: z.enum(draftSubjects),
  title: z.string(),
  language: z.string(),
  step: z.enum(['DRAFT', 'SET_ASIDE']),
  item: itemRef.nullable(),
  createdAt: z.string(),
  revisions: z.number(),
  lastRevision: revisionLine.nullable(),
  /** Symbols under which revisions of it were tabled or issued, first to last. */
  symbols: z.array(z.string()),
})
export type DraftLine = z.output<typeof draftLine>

/** The delegation's own positions and the shared drafts it writes in; for the secretariat, all shared drafts. */
export const draftList = query('drafts.list', {
  input: z.strictObject({ itemId: itemId.optional() }),
  output: z.object({ positions: z.array(draftLine), shared: z.array(draftLine) }),
  audience: 'delegation',
})

const groupMember = z.object({ delegationId: z.string(), code: z.string(), names })
const tabledLine = z.object({
  symbol: z.string(),
  baseSymbol: z.string(),
  revision: z.number(),
  title: z.string(),
  subject: z.enum(draftSubjects),
  language: z.string(),
  item: itemRef.nullable(),
  /** Null for a text issued by the secretariat. */
  delegation: z.object({ delegationId: z.string(), code: z.string(), names }).nullable(),
  audience: z.enum(['STATES', 'ALL']),
  tabledAt: z.string(),
  withdrawnAt: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  /** The symbol that replaces this one, when there is a later revision. */
  replacedBy: z.string().nullable(),
})
export type TabledLine = z.output<typeof tabledLine>

export const draftView = query('drafts.view', {
  input: z.strictObject({ draftId }),
  output: draftLine.extend({
    documentId: z.string(),
    content: documentJson(),
    words: z.number(),
    group: z.array(groupMember),
    revisionLines: z.array(revisionLine),
    tabled: z.array(tabledLine),
  }),
  audience: 'delegation',
})
export type DraftView = z.output<typeof draftView.output>

/** A named revision's text. */
export const revisionView = query('drafts.revision', {
  input: z.strictObject({ draftId, number: wholeNumber({ min: 1 }) }),
  output: revisionLine.extend({ title: z.string(), language: z.string(), content: documentJson(), words: z.number() }),
  audience: 'delegation',
})

/** Two texts of one draft and their differences, as the editor's `compare` gives them; 0 is the text as it is now. */
export const draftComparison = query('drafts.compare', {
  input: z.strictObject({ draftId, from: wholeNumber(), to: wholeNumber() }),
  output: z.object({
    from: revisionLine.nullable(),
    to: revisionLine.nullable(),
    title: z.string(),
    difference: z.json(),
  }),
  audience: 'delegation',
})

/** What the tabling review shows: what leaves, what stays, who will see it. */
export const tablingReview = query('drafts.review', {
  input: z.strictObject({ draftId, revisionId: id<'draftRevision'>() }),
  output: z.object({
    draftId: z.string(),
    title: z.string(),
    subject: z.enum(draftSubjects),
    language: z.string(),
    item: itemRef.nullable(),
    revision: revisionLine,
    content: documentJson(),
    words: z.number(),
    tables: z.number(),
    /** Passages in square brackets that remain in the text. */
    brackets: z.number(),
    states: z.number(),
    observers: z.number(),
    stays: z.object({ revisions: z.number(), otherDrafts: z.number(), notes: z.boolean() }),
    /** Texts this delegation tabled from the same draft, which the revision may correct. */
    mayCorrect: z.array(z.object({ baseSymbol: z.string(), nextSymbol: z.string() })),
  }),
  audience: 'delegation',
})
export type TablingReview = z.output<typeof tablingReview.output>

export const tabledList = query('tabled.list', {
  input: z.strictObject({ itemId: itemId.optional() }),
  output: z.object({ texts: z.array(tabledLine) }),
  audience: 'side',
})

/** One tabled text. A withdrawn one is a stub: who, when and why, without its words. */
export const tabledView = query('tabled.view', {
  input: z.strictObject({ symbol: line(120) }),
  output: tabledLine.extend({
    content: documentJson().nullable(),
    textHash: z.string(),
    words: z.number(),
    earlier: z.array(z.string()),
  }),
  audience: 'side',
})
export type TabledView = z.output<typeof tabledView.output>
