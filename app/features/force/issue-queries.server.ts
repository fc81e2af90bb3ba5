import type { Acting } from '#app/kernel/actor.ts'
import { missing } from '#app/kernel/errors.ts'
import { type Ask, actingIn, answer, type QueryHandler } from '#app/kernel/work.server.ts'
import { issuedContent, issueList, issueView } from './contract.ts'
import { mayReadForce, mayReadIssue } from './policy.ts'

export const issueQueries: QueryHandler[] = [
  answer(issueList, async ({ tx, actor, allow }) => {
    const acting = actingIn(actor)
    allow(mayReadForce(acting))
    return {
      issues: (await issuesFor({ tx }, acting)).map(({ number, note, issuedAt, textHash }) => ({
        number,
        note,
        issuedAt: issuedAt.toISOString(),
        textHash,
      })),
    }
  }),

  answer(issueView, async ({ tx, actor, allow }, { number }) => {
    const acting = actingIn(actor)
    allow(mayReadForce(acting))
    const row = (await issuesFor({ tx }, acting)).find((issue) => issue.number === number)
    if (!row) throw missing()
    const { note, issuedAt, textHash } = row
    return { number, note, issuedAt: issuedAt.toISOString(), textHash, content: issuedContent.parse(row.content) }
  }),
]

/** Latest first. */
async function issuesFor({ tx }: Pick<Ask, 'tx'>, acting: Acting) {
  const rows = await tx.forceIssue.findMany({
    where: { conferenceId: acting.conferenceId },
    orderBy: { number: 'desc' },
  })
  return rows.filter(({ issuedAt }, place) => mayReadIssue(acting, { issuedAt, isLatest: place === 0 }).ok)
}
