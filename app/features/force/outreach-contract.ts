import { z } from 'zod'
import { mutation, query } from '#app/kernel/contract.ts'
import { id } from '#app/kernel/ids.ts'
import { line, optionalLine, prose } from '#app/kernel/text.ts'
import { instant } from '#app/kernel/time.ts'
import { amount } from './fields.ts'
import { basisKinds, statuses } from './pipeline.ts'

/** A fund that states pay into, in one currency, and what it needs. */
export const setFund = mutation('force.setFund', {
  input: z.strictObject({
    fundId: id<'forceFund'>().optional(),
    name: line(120),
    currency: z.string().regex(/^[A-Z]{3}$/),
    target: amount(),
  }),
  output: z.object({ fundId: z.string() }),
})

/** States that were approached, one name a line; those that are known already stay as they are. */
export const addContacts = mutation('force.addContacts', {
  input: z.strictObject({
    names: prose(20_000),
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
            status: z.enum(statuses),
            at: z.string(),
            recordedAt: z.string(),
            recordedBy: z.string(),
            basisKind: z.enum(basisKinds),
            basisReference: z.string().nullable(),
            note: z.string().nullable(),
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
