import { storedNames } from '#app/features/conference/api.server.ts'
import { iso, isoOrNull } from '#app/kernel/time.ts'
import { type Ask, actingIn } from '#app/kernel/work.server.ts'
import { audiences, heardBy } from './announcements.ts'
import { agendaStep } from './rows.server.ts'
import type { Adoption, AnnouncementLine } from './views.ts'

/** How the agenda stands: provisional until the plenary adopts it. */
export async function adoptionOf({ tx, actor }: Pick<Ask, 'tx' | 'actor'>): Promise<Adoption> {
  const { conferenceId } = actingIn(actor)
  const agenda = await tx.agenda.findUnique({ where: { conferenceId } })
  if (!agenda) return { step: 'PROVISIONAL', symbol: null, adoptedAt: null }
  return { step: agendaStep(agenda), symbol: agenda.symbol, adoptedAt: isoOrNull(agenda.adoptedAt) }
}

/** The announcements this side hears, the latest first. */
export async function announcementsFor(
  { tx, actor }: Pick<Ask, 'tx' | 'actor'>,
  most = 20,
): Promise<AnnouncementLine[]> {
  const { conferenceId, side } = actingIn(actor)
  const rows = await tx.announcement.findMany({
    where: { conferenceId, audience: { in: [...heardBy(side)] } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: most,
  })
  return rows.flatMap(({ id, at, audience, texts }) => {
    const to = audiences.find((each) => each === audience)
    return to ? [{ announcementId: id, at: iso(at), audience: to, texts: storedNames(texts) }] : []
  })
}
