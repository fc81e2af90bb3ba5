import type { Direction } from '#app/i18n/direction.ts'
import type { Milestone, Readiness, Standing } from './timeline.ts'

/** What the timeline is drawn into: any units, `y` downwards from the top. */
export interface TimelineFrame {
  readonly width: number
  readonly height: number
  readonly direction: Direction
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** What is conditional, between two steps: the left upper corner, and how far it reaches. */
export interface Block extends Point {
  readonly width: number
  readonly height: number
}

export interface Mark extends Point {
  readonly milestone: Milestone
  /** From where reading begins, 0 to 1. */
  readonly along: number
}

export interface TimelineShape {
  readonly lines: { readonly firm: readonly Point[]; readonly all: readonly Point[] }
  readonly blocks: readonly Block[]
  readonly marks: readonly Mark[]
  readonly ticks: readonly { readonly persons: number; readonly y: number }[]
}

/** Days before the first date and after the last, where there is only one date. */
const leastDays = 60

/** Steps, ceilings and ticks in their places: time runs with the reading, persons upwards from none. */
export function timelineShape({ steps, milestones }: Readiness, frame: TimelineFrame): TimelineShape {
  const days = [...steps.map(({ date }) => dayOf(date)), ...milestones.map(({ targetDate }) => dayOf(targetDate))]
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const span = Math.max(last - first, leastDays)
  const from = first - span * 0.1
  const until = last + span * 0.06
  const ticks = ticksFor(Math.max(1, ...steps.map(sumOf), ...milestones.map(({ ceiling }) => ceiling)))
  const highest = ticks.at(-1) ?? 1

  const along = (day: number) => (day - from) / (until - from)
  const x = (day: number) => rounded((frame.direction === 'rtl' ? 1 - along(day) : along(day)) * frame.width)
  const y = (persons: number) => rounded((1 - persons / highest) * frame.height)

  const stretches = steps.map((step, index) => {
    const next = steps[index + 1]
    return { ...step, from: dayOf(step.date), until: next ? dayOf(next.date) : until }
  })
  const line = (persons: (standing: Standing) => number): Point[] => [
    { x: x(from), y: y(0) },
    ...(stretches[0] ? [{ x: x(stretches[0].from), y: y(0) }] : [{ x: x(until), y: y(0) }]),
    ...stretches.flatMap((stretch) => [
      { x: x(stretch.from), y: y(persons(stretch)) },
      { x: x(stretch.until), y: y(persons(stretch)) },
    ]),
  ]
  return {
    lines: { firm: line(({ firm }) => firm), all: line(sumOf) },
    blocks: stretches
      .filter(({ conditional }) => conditional > 0)
      .map((stretch) => ({
        x: Math.min(x(stretch.from), x(stretch.until)),
        y: y(sumOf(stretch)),
        width: rounded(Math.abs(x(stretch.until) - x(stretch.from))),
        height: rounded(y(stretch.firm) - y(sumOf(stretch))),
      })),
    marks: milestones.map((milestone) => {
      const day = dayOf(milestone.targetDate)
      return { milestone, x: x(day), y: y(milestone.ceiling), along: along(day) }
    }),
    ticks: ticks.map((persons) => ({ persons, y: y(persons) })),
  }
}

const sumOf = ({ firm, conditional }: Standing): number => firm + conditional

const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000

/** Two to five round steps from none to at least the most. */
function ticksFor(most: number): number[] {
  const power = 10 ** Math.floor(Math.log10(most))
  const step = [0.5, 1, 2, 5].map((times) => times * power).find((each) => most / each <= 4) ?? most
  const whole = Math.max(1, step)
  return Array.from({ length: Math.ceil(most / whole) + 1 }, (_, index) => index * whole)
}

const rounded = (length: number): number => Math.round(length * 100) / 100
