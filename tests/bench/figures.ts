/** The value below which `share` of the values lie; values in any order. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const spread = (values: readonly number[]) =>
  `p50 ${percentile(values, 0.5).toFixed(1)}  p95 ${percentile(values, 0.95).toFixed(1)}  p99 ${percentile(values, 0.99).toFixed(1)} ms (${values.length} values)`

/** A figure beside what it should be: said, not asserted. */
export const against = (value: number, limit: number, unit: string) =>
  `${value.toFixed(1)} ${unit} (wanted ≤ ${limit} ${unit}: ${value <= limit ? 'reached' : 'not reached'})`

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
