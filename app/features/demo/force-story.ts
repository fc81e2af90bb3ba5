import { z } from 'zod'
import { figuresKinds } from '#app/features/force/figures.ts'
import { basisKinds, statuses } from '#app/features/force/pipeline.ts'
import {
  capabilities,
  caveatCategories,
  caveatEffects,
  caveatStates,
  conditionStates,
  financeModes,
  offerKinds,
  priorities,
} from '#app/features/force/terms.ts'

const at = z.iso.datetime({ offset: true })
const date = z.iso.date()
/** Persons in the first and in the second phase. */
const figures = z.tuple([z.number().int().min(0), z.number().int().min(0)])

const offer = z.strictObject({
  ref: z.string(),
  of: z.string(),
  /** Who prepares it, where that is not the head. */
  by: z.string().optional(),
  kind: z.enum(offerKinds),
  title: z.string(),
  note: z.string().nullable(),
  finance: z.enum(financeModes).nullable(),
  /** Null: it is still being prepared. */
  status: z.enum(statuses).nullable(),
  basis: z.enum(basisKinds).nullable(),
  reference: z.string().nullable(),
  at,
  /** Notice to move in days, available from, self-sustainment in days, rotation in months. */
  readiness: z.tuple([z.number(), date, z.number(), z.number()]).nullable(),
  attachedTo: z.string().optional(),
  lines: z.array(
    z.strictObject({ element: z.string(), offered: figures, accepted: figures, isLead: z.boolean().default(false) }),
  ),
  conditions: z.array(z.strictObject({ text: z.string(), due: date.nullable(), status: z.enum(conditionStates) })),
  caveats: z.array(
    z.strictObject({
      category: z.enum(caveatCategories),
      effect: z.enum(caveatEffects),
      text: z.string(),
      sectors: z.array(z.string()),
      status: z.enum(caveatStates),
    }),
  ),
  money: z.strictObject({ amount: z.string(), earmark: z.string().nullable() }).optional(),
  measures: z.strictObject({ figures, unit: z.string() }).optional(),
  withdrawn: z.strictObject({ at, note: z.string() }).optional(),
})

/** What is required at the demonstration conference, who offered what, and who was asked. */
export const forceStory = z.strictObject({
  title: z.string(),
  figures: z.enum(figuresKinds),
  openedAt: at,
  issuedAt: at,
  acceptedAt: at,
  caveatsAt: at,
  totalsAt: at,
  phases: z.tuple([
    z.strictObject({ ref: z.string(), name: z.string(), ceiling: z.number(), targetDate: date, ioc: date, foc: date }),
    z.strictObject({ ref: z.string(), name: z.string(), ceiling: z.number(), targetDate: date, ioc: date, foc: date }),
  ]),
  /** Conditions that come to hang on a text that was tabled, at its first paragraph. */
  links: z.array(z.strictObject({ at, offer: z.string(), text: z.string() })),
  elements: z.array(
    z.strictObject({
      ref: z.string(),
      serial: z.number(),
      name: z.string(),
      capability: z.enum(capabilities),
      sector: z.string().nullable(),
      priority: z.enum(priorities),
      isCritical: z.boolean(),
      maxContributors: z.number(),
      specification: z.string(),
      required: figures,
    }),
  ),
  fund: z.strictObject({ name: z.string(), currency: z.string(), target: z.string() }),
  offers: z.array(offer),
  outreach: z.strictObject({
    approachedAt: at,
    /** States that are not at the table, by the only name they have here. */
    others: z.array(z.string()),
    declined: z.array(z.string()),
    declinedAt: at,
    interested: z.array(z.strictObject({ name: z.string(), at, note: z.string() })),
  }),
})
export type ForceStory = z.output<typeof forceStory>
export type StoryOffer = z.output<typeof offer>
