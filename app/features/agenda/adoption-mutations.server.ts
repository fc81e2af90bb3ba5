import { DomainError } from '#app/kernel/errors.ts'
import { allowed, notNow } from '#app/kernel/policy.ts'
import { actingIn, handle, type MutationHandler } from '#app/kernel/work.server.ts'
import { adoptAgenda } from './contract.ts'

import { lockAgenda } from './lock.server.ts'
import { mayRunDesk } from './policy.ts'
import { addRecordLine, sessionOf } from './record.server.ts'
import { stated } from './step-mutations.server.ts'
import { tellAll } from './told.server.ts'

export const adoptionMutations: MutationHandler[] = [
  handle(adoptAgenda, async (work, { symbol, basis }) => {
    const acting = actingIn(work.actor)
    const { conferenceId } = acting
    const agenda = await lockAgenda(work.tx, conferenceId)
    const plenary = await work.tx.body.findFirst({ where: { conferenceId, kind: 'PLENARY' } })
    if (!plenary) throw noPlenary()
    work.allow(mayRunDesk(acting, plenary))
    work.allow(agenda.step === 'ADOPTED' ? notNow('agenda/already-adopted', 'The agenda is adopted already.') : allowed)
    const meeting = await sessionOf(work.tx, plenary.id)
    work.allow(meeting?.step === 'OPEN' || basis ? allowed : notInSession)
    await work.tx.agenda.update({
      where: { conferenceId },
      data: { step: 'ADOPTED', adoptedAt: work.now, version: { increment: 1 }, ...(symbol ? { symbol } : {}) },
    })
    await addRecordLine(work, {
      kind: 'agenda-adopted',
      bodyId: plenary.id,
      meetingId: meeting?.id,
      detail: stated({ symbol: symbol ?? agenda.symbol, basis }),
    })
    tellAll(work)
    return {}
  }),
]

const notInSession = notNow(
  'agenda/adopted-in-plenary',
  'The plenary adopts the agenda: open its meeting first, or state the decision by which the agenda was adopted.',
)
const noPlenary = () =>
  new DomainError('conflict', 'agenda/no-plenary', 'The conference has no plenary yet. Set it up first.')
