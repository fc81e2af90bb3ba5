export type Labels = Readonly<Record<string, string>>

export interface Counter {
  add(labels?: Labels, count?: number): void
}
export interface Histogram {
  observe(value: number, labels?: Labels): void
}

// More than any figure of ours needs; a label that should not be one would otherwise grow for ever.
const mostSeries = 200

/** Figures in the text form that Prometheus reads. */
export function createSeries() {
  const parts: (() => string[])[] = []
  const begin = (type: string, name: string, help: string) => [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`]

  return {
    /** Read when somebody asks. */
    gauge(name: string, help: string, read: () => number): void {
      parts.push(() => [...begin('gauge', name, help), `${name} ${read()}`])
    },
    counter(name: string, help: string): Counter {
      const series = new Map<string, number>()
      parts.push(() => [
        ...begin('counter', name, help),
        ...[...series].map(([key, value]) => `${name}${braces(key)} ${value}`),
      ])
      return {
        add(labels = {}, count = 1) {
          const key = written(labels)
          if (series.has(key) || series.size < mostSeries) series.set(key, (series.get(key) ?? 0) + count)
        },
      }
    },
    histogram(name: string, help: string, limits: readonly number[]): Histogram {
      const series = new Map<string, Observed>()
      parts.push(() => [...begin('histogram', name, help), ...histogramLines(name, limits, series)])
      return {
        observe(value, labels = {}) {
          const key = written(labels)
          if (!series.has(key) && series.size >= mostSeries) return
          const one = series.get(key) ?? { counts: limits.map(() => 0), sum: 0, count: 0 }
          const counts = one.counts.map((count, place) => (value <= (limits[place] ?? 0) ? count + 1 : count))
          series.set(key, { counts, sum: one.sum + value, count: one.count + 1 })
        },
      }
    },
    text: () => `${parts.flatMap((part) => part()).join('\n')}\n`,
  }
}

interface Observed {
  /** How many were at most as large as each limit. */
  readonly counts: readonly number[]
  readonly sum: number
  readonly count: number
}

const histogramLines = (name: string, limits: readonly number[], series: ReadonlyMap<string, Observed>) =>
  [...series].flatMap(([key, { counts, sum, count }]) => [
    ...limits.map((limit, place) => `${name}_bucket${braces(joined(key, `le="${limit}"`))} ${counts[place]}`),
    `${name}_bucket${braces(joined(key, 'le="+Inf"'))} ${count}`,
    `${name}_sum${braces(key)} ${sum}`,
    `${name}_count${braces(key)} ${count}`,
  ])

const written = (labels: Labels) =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${value.replace(/[^\w./ -]/g, '_').slice(0, 60)}"`)
    .join(',')
const joined = (key: string, more: string) => (key === '' ? more : `${key},${more}`)
const braces = (key: string) => (key === '' ? '' : `{${key}}`)
