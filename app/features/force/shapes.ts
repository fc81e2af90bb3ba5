import { z } from 'zod'
import { figuresKinds } from './figures.ts'
import { statuses } from './pipeline.ts'
import { capabilities, conditionStates, milestoneKinds, moneyInstruments, offerKinds, priorities } from './terms.ts'

// What the answers about the force are made of.

export const names = z.record(z.string(), z.string())
/** Persons by phase id. */
export const figures = z.record(z.string(), z.number())

export const phase = z.object({
  phaseId: z.string(),
  name: z.string(),
  ceiling: z.number(),
  targetDate: z.string(),
  milestones: z.array(z.object({ kind: z.enum(milestoneKinds), target: z.string() })),
})
export type Phase = z.output<typeof phase>

export const element = z.object({
  elementId: z.string(),
  serial: z.number(),
  name: z.string(),
  capability: z.enum(capabilities),
  sector: z.string().nullable(),
  priority: z.enum(priorities),
  isCritical: z.boolean(),
  isIndivisible: z.boolean(),
  maxContributors: z.number(),
  specification: z.string().nullable(),
  note: z.string().nullable(),
  /** As the statement states its figures. */
  required: figures,
})
export type Element = z.output<typeof element>

export const statement = z.object({
  title: z.string(),
  figures: z.enum(figuresKinds),
  /** The number of the version issued last; 0 before the first. */
  issued: z.number(),
  /** It has changed since that version: what is shown is what it says now. */
  hasChanged: z.boolean(),
  changedAt: z.string(),
})

export const offerLine = z.object({
  elementId: z.string(),
  unit: z.string().nullable(),
  isLead: z.boolean(),
  note: z.string().nullable(),
  decision: z.string().nullable(),
  offered: figures,
  accepted: figures,
})
export const condition = z.object({
  conditionId: z.string(),
  text: z.string(),
  status: z.enum(conditionStates),
  due: z.string().nullable(),
})
export const money = z.object({
  fundId: z.string().nullable(),
  instrument: z.enum(moneyInstruments),
  currency: z.string(),
  /** A decimal with two places: `120000000.00`. */
  amount: z.string(),
  earmark: z.string().nullable(),
})
export const offer = z.object({
  offerId: z.string(),
  delegationId: z.string(),
  kind: z.enum(offerKinds),
  status: z.enum(statuses),
  title: z.string(),
  /** When it reached a status that ends it. */
  overSince: z.string().nullable(),
  availableFrom: z.string().nullable(),
  /** The offer whose unit leads this one, where its reader may see that one. */
  attachedToId: z.string().nullable(),
  isReleased: z.boolean(),
  changedAt: z.string(),
  lines: z.array(offerLine),
  conditions: z.array(condition),
  money: money.nullable(),
  measures: figures.nullable(),
  measureUnit: z.string().nullable(),
})
/** What one may see of an offer, without its papers. */
export type Offer = z.output<typeof offer>
export type Condition = z.output<typeof condition>
export type Money = z.output<typeof money>

export const fund = z.object({ fundId: z.string(), name: z.string(), currency: z.string(), target: z.string() })
export type Fund = z.output<typeof fund>

export const strength = z.object({
  required: z.number(),
  filled: z.number(),
  firm: z.number(),
  conditional: z.number(),
  indicated: z.number(),
  gap: z.number(),
  surplus: z.number(),
})
export const releasedPhase = z.object({ name: z.string(), targetDate: z.string(), total: strength })
/** Totals as they were when they were released to observers; a row that was not released is not there. */
export const releasedTotals = z.object({
  figures: z.enum(figuresKinds),
  phases: z.array(releasedPhase),
  /** By capability or by element where that was released, phase by phase. */
  rows: z.array(z.object({ name: z.string(), isCapability: z.boolean(), strengths: z.array(strength) })),
})
export type ReleasedTotals = z.output<typeof releasedTotals>
