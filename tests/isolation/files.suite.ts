import { expect, test } from 'vitest'
import { must } from '#app/kernel/must.ts'
import { visitorsOf } from './pages.suite.ts'
import { leaksIn } from './secrets.ts'
import { aStage } from './stage.ts'

const files = ['/organiser/import/conference-file', '/organiser/import/template/agenda']

export function filesSuite() {
  test('[SEC-097] a file is asked for anew each time: the address is worth nothing to others, nor later', async () => {
    // A stage of its own: somebody loses their place on it.
    const stage = await aStage()
    const { server } = stage
    const [organiser, ...others] = await visitorsOf(stage, ['organiser', 'anonymous', 'IKD.head', 'RCO.member'])
    const owner = must(organiser).visitor
    const own = [...files, `/organiser/import/${stage.people.uploadId}/problems`]
    for (const path of own) expect((await owner.page(path)).status, path).toBe(200)
    for (const { player, visitor } of others)
      for (const path of own) expect((await visitor.page(path)).status, `${player.name} ${path}`).not.toBe(200)

    await server.database.prisma.accreditation.update({
      where: { id: server.accreditation('organiser') },
      data: { step: 'ENDED', endedAt: server.clock.now, epoch: { increment: 1 } },
    })
    await server.database.prisma.person.update({
      where: { id: server.person('organiser') },
      data: { isOrganiser: false },
    })
    for (const path of own) expect((await owner.page(path)).status, path).not.toBe(200)
    await server.close()
  }, 60_000)

  test('[SEC-098] the file of a conference is the set-up and nothing of what anybody wrote or who did', async () => {
    const stage = await aStage()
    const [organiser] = await visitorsOf(stage, ['organiser'])
    const { body, headers } = await must(organiser).visitor.page('/organiser/import/conference-file')
    expect(headers['content-disposition']).toMatch(/^attachment/)
    expect(leaksIn(body, stage.register.unknownTo(stage.player('organiser')))).toEqual([])
    const written = stage.register.secrets.filter(
      ({ where }) =>
        // The names of items are set-up, whatever was written on them.
        !where.startsWith('name of the item') &&
        /\b(words|revision|position|draft|note|paragraph|announcement|record was)\b/.test(where),
    )
    expect(written.length).toBeGreaterThan(20)
    expect(leaksIn(body, written)).toEqual([])
    expect(body.match(/(?<![\w-])[\w-]{22}(?![\w-])/g) ?? []).toEqual([])
    await stage.server.close()
  }, 60_000)
}
