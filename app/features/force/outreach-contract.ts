import { z } from 'zod'
import { mutation, query } from '#app/kernel/contract.ts'
import { id } from '#app/kernel/ids.ts'
import { line, optionalLine, prose } from '#app/kernel/text.ts'
import { instant } from '#app/kernel/time.ts'
import { amount, currency } from './fields.ts'
import { basisKinds, statuses } from './pipeline.ts'

/** A fund that states pay into, in one currency, and what it needs. */
export const setFund = mutation('force.setFund', {
  input: z.strictObject({
    fundId: id<'forceFund'>().optional(),
    name: line(120),
    currency: currency(),
    target: amount(),
  }),
  output: z.object({ fundId: z.string() }),
})

/** So many names are taken at once. */
const mostNames = 500
const names = prose(20_000).refine(
  (text) => text.split('\n').filter((each) => each.trim() !== '').length <= mostNames,
  {
    params: { code: 'force/too-many-names' },
    error: `At most ${mostNames} names are taken at once. Add the others afterwards.`,
  },
)

/** States that were approached, one name a line; those that are known already stay as they are. */
export const addContacts = mutation('force.addContacts', {
  input: z.strictObject({
    names,
    at: instant(),
    basisKind: z.enum(basisKinds),
    basisReference: optionalLine(200),
  }),
  output: z.object({ added: z.number(), known: z.number() }),
})

/** Where a state stands now, in its own words or in ours, and since when. */
export const recordContact = mutation('force.recordContact', {
  input: z.strictObject({
    contactId: id<'forceContact'>(),
    status: z.enum(statuses),
    at: instant(),
    basisKind: z.enum(basisKinds),
    basisReference: optionalLine(200),
    note: optionalLine(300),
  }),
  output: z.object({}),
})

/** A wrong entry stays to be read, and counts for nothing any more (FS-33). */
export const strikeContactStep = mutation('force.strikeContactStep', {
  input: z.strictObject({ stepId: id<'forceContactStep'>() }),
  output: z.object({}),
})

/** The secretariat's book of who was approached and what came of it; standings and figures are derived from it (FS-18). */
export const outreachBook = query('force.outreach', {
  input: z.strictObject({}),
  output: z.object({
    contacts: z.array(
      z.object({
        contactId: z.string(),
        name: z.string(),
        delegationId: z.string().nullable(),
        steps: z.array(
          z.object({
            stepId: z.string(),
            status: z.enum(statuses),
            at: z.string(),
            recordedAt: z.string(),
            recordedBy: z.string(),
            basisKind: z.enum(basisKinds),
            basisReference: z.string().nullable(),
            note: z.string().nullable(),
            /** When it was struck and by whom; it counts for nothing. */
            struck: z.object({ at: z.string(), by: z.string() }).nullable(),
          }),
        ),
      }),
    ),
    offers: z.array(
      z.object({
        delegationId: z.string(),
        steps: z.array(z.object({ status: z.enum(statuses), at: z.string() })),
      }),
    ),
  }),
  audience: 'side',
})
export type OutreachBook = z.output<typeof outreachBook.output>
