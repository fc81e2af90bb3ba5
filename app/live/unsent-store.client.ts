import { inOrder, memoryUnsentStore, type UnsentEdit, type UnsentStore } from './unsent-store.ts'

const databaseName = 'plenary-unsent'
const storeName = 'edits'
const answerWithinMs = 5_000

interface Row extends UnsentEdit {
  readonly owner: string
  readonly documentId: string
}

/**
 * The unsent edits of one accreditation in this browser. On a shared computer, and where the browser offers no storage,
 * they stay in memory and the page says so.
 */
export function openUnsentStore(owner: string, { isSharedComputer }: { isSharedComputer: boolean }): UnsentStore {
  return isSharedComputer || typeof indexedDB === 'undefined' ? memoryUnsentStore() : indexedUnsentStore(owner)
}

export function indexedUnsentStore(owner: string): UnsentStore {
  const database = lazyDatabase()
  const inStore = async <T>(mode: IDBTransactionMode, use: (edits: IDBObjectStore) => IDBRequest<T> | undefined) => {
    const transaction = await inTime(database.begin(mode))
    const request = use(transaction.objectStore(storeName))
    await inTime(ended(transaction))
    return request?.result
  }
  const keyOf = (documentId: string, opId: string) => [owner, documentId, opId]
  return {
    isDurable: true,
    load: async (documentId) => {
      const rows = await inStore<Row[]>('readonly', (edits) => edits.getAll(startingWith(owner, documentId)))
      return inOrder((rows ?? []).map(({ owner: _, documentId: __, ...edit }) => edit))
    },
    keep: async (documentId, edit, replacing = []) => {
      await inStore('readwrite', (edits) => {
        for (const opId of replacing) edits.delete(keyOf(documentId, opId))
        return edits.put({ ...edit, owner, documentId } satisfies Row)
      })
    },
    drop: async (documentId, opIds) => {
      await inStore('readwrite', (edits) => {
        for (const opId of opIds) edits.delete(keyOf(documentId, opId))
        return undefined
      })
    },
    documents: async () => {
      const rows = await inStore<Row[]>('readonly', (edits) => edits.getAll(startingWith(owner)))
      const counts = new Map<string, number>()
      for (const row of rows ?? []) counts.set(row.documentId, (counts.get(row.documentId) ?? 0) + row.edits)
      return counts
    },
    wipe: async () => {
      await inStore('readwrite', (edits) => edits.clear())
    },
  }
}

/** In IndexedDB's order of keys an array comes after every string, so this is the end of everything with this prefix. */
const startingWith = (...prefix: string[]) => IDBKeyRange.bound(prefix, [...prefix, []])

/** The browser may close the database at any time (storage cleared, another version wants it): it is opened again. */
function lazyDatabase() {
  let opened: Promise<IDBDatabase> | null = null
  const open = () => {
    opened ??= openDatabase(() => {
      opened = null
    })
    return opened
  }
  return {
    async begin(mode: IDBTransactionMode) {
      try {
        // Relaxed: survives the tab and the browser, which is what "kept on this device" promises; not a power cut.
        return (await open()).transaction(storeName, mode, { durability: 'relaxed' })
      } catch (error) {
        opened = null
        throw error
      }
    },
  }
}

function openDatabase(onClosed: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(storeName, { keyPath: ['owner', 'documentId', 'opId'] })
    }
    request.onsuccess = () => {
      const database = request.result
      database.onversionchange = () => {
        database.close()
        onClosed()
      }
      database.onclose = onClosed
      resolve(database)
    }
    request.onerror = () => {
      onClosed()
      reject(request.error)
    }
  })
}

const ended = (transaction: IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('the browser gave up keeping this'))
  })

/** Storage that does not answer is storage that keeps nothing, and must not hold up a document. */
const inTime = <T>(work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the browser’s storage did not answer')), answerWithinMs)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
