import { resolve } from 'node:path'
import { z } from 'zod'
import { hoursMs } from '#app/kernel/time.ts'
import { problemsOf } from './config-rules.ts'

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const randomSigns = 'give at least 32 random characters'
const isRandomLooking = (secret: string) => new Set(secret).size >= 10

const environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** The address people type, where it is not this machine's own. With https this is a real installation. */
  ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  /** How many proxies stand in front, or their addresses and networks separated by commas. */
  TRUST_PROXY: z
    .string()
    .regex(/^([1-9]|[\da-fA-F.:/]+(\s*,\s*[\da-fA-F.:/]+)*|loopback)$/, 'give a number from 1 to 9, or addresses')
    .optional(),
  /** A PostgreSQL server. Without one the embedded database in DATA_DIR is used. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  DATA_DIR: z.string().default('data'),
  /** Only needed by several processes that serve one conference together. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  /** Lets a monitor on another machine read /readyz and /metrics. */
  OPERATIONS_TOKEN: z
    .string()
    .regex(/^\S{32,500}$/, randomSigns)
    .refine(isRandomLooking, randomSigns)
    .optional(),
  /** Seals the audit trail; during a change of keys the new one and the old one, separated by a comma. */
  AUDIT_KEY: z
    .string()
    .transform((keys) => keys.split(',').map((key) => key.trim()))
    .pipe(
      z
        .array(
          z
            .string()
            .regex(/^\S{32,500}$/, randomSigns)
            .refine(isRandomLooking, randomSigns),
        )
        .max(2),
    )
    .optional(),
  /** A file that the backup touches when it has succeeded, and after how many hours that is too long ago. */
  BACKUP_STAMP: z.string().optional(),
  BACKUP_HOURS: z.coerce.number().min(1).max(1_000).default(26),
  DEMO: z.enum(['auto', 'off']).default('auto'),
  LOG_LEVEL: z.enum(logLevels).default('info'),
  npm_lifecycle_event: z.string().optional(),
})

export type Config = {
  mode: 'development' | 'production' | 'test'
  host: string
  port: number
  /** Scheme, host and port people use; null on a loopback demonstration, where any loopback name will do. */
  origin: string | null
  /** People come over https: cookies are Secure, and demonstration accounts must not exist. */
  isReal: boolean
  /** What Express takes as `trust proxy`. */
  trustProxy: false | number | string[]
  databaseUrl: string | undefined
  databasePool: number
  dataDir: string
  redisUrl: string | undefined
  operationsToken: string | undefined
  /** None: one is kept in the data folder. */
  auditKeys: readonly string[] | undefined
  backup: { readonly stamp: string; readonly mostMs: number } | null
  /** Put the demonstration conference into an empty database. */
  demo: boolean
  logLevel: (typeof logLevels)[number]
  /** npm keeps SIGTERM to itself, so the server watches whether npm is still there. */
  startedByNpm: boolean
}

/** Reads the settings once. Throws sentences for the operator when something is missing, malformed or unsafe. */
export function readConfig(source: Record<string, string | undefined> = process.env): Config {
  // A setting left empty, as compose files do, is a setting not made.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) throw new Error(`These settings cannot be used:\n${z.prettifyError(parsed.error)}`)
  const settings = parsed.data
  const origin = settings.ORIGIN ? new URL(settings.ORIGIN) : null
  const problems = problemsOf({ ...settings, origin })
  if (problems.length > 0) throw new Error(`Plenary does not start with these settings:\n- ${problems.join('\n- ')}`)
  const isReal = origin?.protocol === 'https:'
  return {
    mode: settings.NODE_ENV,
    host: settings.HOST,
    port: settings.PORT,
    origin: origin?.origin ?? null,
    isReal,
    trustProxy: trustProxy(settings.TRUST_PROXY, isReal),
    databaseUrl: settings.DATABASE_URL,
    databasePool: settings.DATABASE_POOL,
    dataDir: resolve(settings.DATA_DIR),
    redisUrl: settings.REDIS_URL,
    operationsToken: settings.OPERATIONS_TOKEN,
    auditKeys: settings.AUDIT_KEY,
    backup: settings.BACKUP_STAMP
      ? { stamp: resolve(settings.BACKUP_STAMP), mostMs: hoursMs(settings.BACKUP_HOURS) }
      : null,
    demo: settings.DEMO === 'auto' && !isReal,
    logLevel: settings.LOG_LEVEL,
    startedByNpm: settings.npm_lifecycle_event !== undefined,
  }
}

function trustProxy(setting: string | undefined, isReal: boolean): Config['trustProxy'] {
  if (setting === undefined) return isReal ? ['loopback'] : false
  return /^\d$/.test(setting) ? Number(setting) : setting.split(',').map((part) => part.trim())
}

/**
 * React and others look for the mode once, as they are loaded, and are several times slower and larger where nobody says
 * that they are in use. So this comes before anything else is loaded.
 */
export function tellLibraries(env: NodeJS.ProcessEnv = process.env): void {
  env.NODE_ENV ||= 'production'
}
