import type { Bus } from '#server/bus/bus.ts'
import type { Database } from '#server/store/database.ts'

class RolledBack extends Error {}

/**
 * A database whose transactions can be made rehearsals: they run to their end, answer what they would have answered, and
 * are rolled back; and a bus that says nothing about them meanwhile.
 */
export function rehearsal(database: Database, bus: Bus) {
  let isOn = false
  const { prisma } = database

  const rehearsed: Database['prisma']['$transaction'] = async (work: unknown, options?: object) => {
    if (typeof work !== 'function') throw new Error('only interactive transactions are rehearsed')
    let result: unknown
    const run = async (tx: unknown) => {
      result = await work(tx)
      throw new RolledBack()
    }
    await Reflect.apply(prisma.$transaction, prisma, [run, options]).catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error
    })
    return result as never
  }

  const inTurn = new Proxy(prisma, {
    get: (target, name) => (name === '$transaction' && isOn ? rehearsed : Reflect.get(target, name, target)),
  })
  const quiet: Bus = { ...bus, publish: (channel, message) => (isOn ? undefined : bus.publish(channel, message)) }
  return {
    database: { ...database, prisma: inTurn },
    bus: quiet,
    rehearse(on: boolean) {
      isOn = on
    },
  }
}
