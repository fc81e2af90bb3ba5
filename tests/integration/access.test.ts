import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actingOf } from '#app/kernel/actor.ts'
import { confirmAccess } from '#server/access.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

async function keyOf(seat: string) {
  const { actor } = await world.as(seat)
  const acting = actingOf(actor)
  return { loginId: world.login(seat), accreditationId: acting?.accreditationId ?? null, epoch: acting?.epoch ?? 0 }
}
const confirm = (...keys: Awaited<ReturnType<typeof keyOf>>[]) => confirmAccess(world.database, keys, world.clock.now)

describe('[SEC-045] what a connection was let in with is read again', () => {
  test('[SEC-045] everybody who is as they were holds', async () => {
    const keys = [await keyOf('IKD.head'), await keyOf('ESM.head'), await keyOf('chair')]
    expect(await confirm(...keys)).toEqual(['holds', 'holds', 'holds'])
    expect(await confirm()).toEqual([])
  })

  test('[SEC-045] each kind of loss is found, and only whom it concerns', async () => {
    const seats = ['IKD.head', 'IKD.deputy', 'ESM.head', 'chair', 'rapporteur']
    const keys = await Promise.all(seats.map(keyOf))
    const { prisma } = world.database
    await prisma.login.delete({ where: { id: world.login('IKD.head') } })
    await prisma.accreditation.update({
      where: { id: world.accreditation('IKD.deputy') },
      data: { epoch: { increment: 1 } },
    })
    await prisma.person.update({ where: { id: world.person('ESM.head') }, data: { isSuspended: true } })
    await prisma.login.update({ where: { id: world.login('chair') }, data: { accreditationId: null } })
    expect(await confirm(...keys)).toEqual(['signed-out', 'access', 'access', 'acting-changed', 'holds'])
  })

  test('[SEC-045] a login that has run out does not hold, and is told so and not that access was taken away', async () => {
    const key = await keyOf('rapporteur')
    world.clock.pass(24 * 60 * 60_000)
    expect(await confirm(key)).toEqual(['signed-out'])
  })

  test('[SEC-045] a login that never was does not hold', async () => {
    expect(await confirm({ loginId: 'x', accreditationId: null, epoch: 0 })).toEqual(['signed-out'])
  })
})
