import pino, { type DestinationStream } from 'pino'
import { describeError } from './describe-error.ts'

/**
 * All that a log line may hold. There is no place for what people wrote or typed: no title, no query, no body, no
 * cookie, no address with an id in it (SEC-106).
 */
export interface LogLine {
  /** What happened, as a fixed word of ours: `request`, `job-failed`. */
  readonly event: string
  /** A fixed sentence of ours for the operator. */
  readonly says?: string
  readonly error?: unknown
  readonly requestId?: string
  readonly method?: string
  /** A pattern such as `/agenda/:id`, never the address itself. */
  readonly path?: string
  readonly status?: number
  readonly durationMs?: number
  readonly count?: number
  /** The name of a job, a kind of document or outbox entry, a query, a check. */
  readonly name?: string
  readonly outcome?: string
  readonly reason?: string
  readonly directive?: string
  readonly signal?: string
  readonly version?: string
  /** How the database or the bus is run: `embedded`, `postgres`, `redis`. */
  readonly runsOn?: string
}

export interface Log {
  debug(line: LogLine): void
  info(line: LogLine): void
  warn(line: LogLine): void
  error(line: LogLine): void
  fatal(line: LogLine): void
}

const allowed = new Set<string>([
  'event',
  'says',
  'requestId',
  'method',
  'path',
  'status',
  'durationMs',
  'count',
  'name',
  'outcome',
  'reason',
  'directive',
  'signal',
  'version',
  'runsOn',
] satisfies (keyof LogLine)[])

/** JSON, a line each, to standard output unless told otherwise; only what `LogLine` names gets through, at run time too. */
export function createLog(
  level: string,
  destination: DestinationStream = pino.destination({ dest: 1, sync: true }),
): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  )
  return {
    debug: (line) => logger.debug(clean(line)),
    info: (line) => logger.info(clean(line)),
    warn: (line) => logger.warn(clean(line)),
    error: (line) => logger.error(clean(line)),
    fatal: (line) => logger.fatal(clean(line)),
  }
}

function clean(line: LogLine): Record<string, unknown> {
  const kept = Object.entries(line).flatMap(([key, value]) => (allowed.has(key) ? [[key, plain(value)]] : []))
  return { ...Object.fromEntries(kept), ...(line.error === undefined ? {} : { error: describeError(line.error) }) }
}

/** JSON escapes line feeds, but not what a terminal acts on (SEC-107). */
function plain(value: unknown): string | number | boolean | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return value
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
  if (typeof value === 'string') return value.slice(0, 300).replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ')
  return undefined
}
