import type { PrismaClient } from '#prisma/client.ts'

/** Where everything lasting is kept. Nothing outside `server/store` knows which kind it is talking to. */
export interface Database {
  prisma: PrismaClient
  kind: 'postgres' | 'embedded' | 'memory'
  /** The migrations this start applied. */
  applied: string[]
  /** Embedded only: writes the whole database to a file that `template` takes. */
  dump?(path: string): Promise<void>
  /**
   * One statement that commits by itself, on the engine's own connections: for the document journal, which must not
   * wait behind interactive transactions. It sees every row, so it never serves a person directly.
   */
  sql<T extends object>(text: string, params?: unknown[]): Promise<T[]>
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** A PostgreSQL server. Without it the embedded database is opened. */
  url?: string | undefined
  /** Folder of the embedded database; null keeps it in memory. */
  dataDir: string | null
  /** Connections for transactions, on a PostgreSQL server. */
  pool?: number | undefined
  migrations?: string
  /** A dump to start an empty embedded database from: ten times faster than creating one. */
  template?: string
  /** Told about trouble that stops nothing: upkeep that failed, a connection that was lost while idle. */
  report?: (problem: string, error: unknown) => void
  /** The embedded database died; nothing it was asked will be answered and the process should end. */
  onCrash?: (error: Error) => void
}
