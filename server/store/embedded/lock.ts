import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { z } from 'zod'

const beatMs = 5_000
const silentMs = 60_000
const unwrittenMs = 5_000

const ownerShape = z.object({
  pid: z.number(),
  host: z.string(),
  /** Tells two processes with the same pid apart, where the system can. */
  life: z.string().nullable(),
})
type Owner = z.infer<typeof ownerShape>
type Held = { text: string; owner: Owner | null; ageMs: number }

/**
 * Two processes on one PGlite folder destroy it, and PGlite itself does not stop them. The lock is a file that names
 * its owner. An owner that is alive is never robbed, however long it has been silent: it may only be suspended.
 * Returns what releases the lock; throws a sentence for the operator when somebody holds it.
 */
export function acquireLock(path: string): () => void {
  for (let attempt = 0; attempt < 20; attempt++) {
    if (create(path)) return keep(path)
    const held = read(path)
    if (held?.owner && isAlive(held.owner, held.ageMs)) {
      throw new Error(
        `The database folder is in use by process ${held.owner.pid} on ${held.owner.host}. Stop it, or set DATA_DIR to ` +
          `another folder. If that process is not this program, remove ${path}.`,
      )
    }
    if (held && (held.owner || held.ageMs > unwrittenMs)) clear(path, held)
    // just being written, or just removed
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
  }
  throw new Error(`The database folder could not be locked: ${path} cannot be taken. Remove it if nothing uses it.`)
}

function create(path: string): boolean {
  try {
    const file = openSync(path, 'wx', 0o600)
    writeSync(file, JSON.stringify({ pid: process.pid, host: hostname(), life: lifeOf(process.pid) }))
    closeSync(file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function keep(path: string): () => void {
  // The beat is for other machines only, which cannot see whether we live. It throws, and so ends the process, when
  // the file is gone: somebody else may then be writing to the folder.
  const timer = setInterval(() => utimesSync(path, new Date(), new Date()), beatMs)
  timer.unref()
  return () => {
    clearInterval(timer)
    rmSync(path, { force: true })
  }
}

/** Somebody may have cleared the same file and taken the lock since we looked: then what we moved is theirs. */
function clear(path: string, judged: Held) {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
    if (readFileSync(aside, 'utf8') !== judged.text) linkSync(aside, path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function read(path: string): Held | null {
  try {
    const text = readFileSync(path, 'utf8')
    return { text, owner: parseOwner(text), ageMs: Date.now() - statSync(path).mtimeMs }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

function parseOwner(text: string): Owner | null {
  if (!text.endsWith('}')) return null
  return ownerShape.safeParse(JSON.parse(text)).data ?? null
}

function isAlive({ pid, host, life }: Owner, ageMs: number): boolean {
  if (host !== hostname()) return ageMs < silentMs
  const now = lifeOf(pid)
  if (life && now) return life === now
  if (life && process.platform === 'linux') return false
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : null)

/** Linux: the boot and the tick the process started at. Elsewhere null. */
function lifeOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? null : `${boot}:${fields[19]}` // killed, but not yet reaped by its parent
  } catch {
    return null
  }
}
