import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requirementPreview, takeRequirement } from '#app/features/force/contract.ts'
import { RequirementImportPage } from '#app/features/force/requirement/import-page.tsx'
import { isDomainError, toRefusal } from '#app/kernel/errors.ts'
import { act, actingSaid, load } from '#app/kernel/remix.server.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { loadForce } from './load-force.server.ts'

export const handle: PageHandle = { title: ({ t }) => t('shell.forces') }

export const loader = load(async ({ caller }) => {
  const { board } = await loadForce(caller)
  // Whoever may not take a table has no page to look at one.
  await caller.ask(requirementPreview, { table: '' })
  return { board }
})

export const action = act(takeRequirement.name, async ({ caller }, { intent, acting, once, table: sent }) => {
  const table = typeof sent === 'string' ? sent : ''
  if (intent !== takeRequirement.name)
    return Response.json({ table, preview: await caller.ask(requirementPreview, { table }) })
  try {
    const meant = {
      once: typeof once === 'string' ? once : undefined,
      acting: actingSaid(caller, takeRequirement, acting),
    }
    await caller.mutate(takeRequirement, { table }, meant)
    return redirect('/forces/requirement', 303)
  } catch (error) {
    if (!isDomainError(error) || error.kind !== 'conflict') throw error
    // Somebody changed the phases meanwhile: the table is looked at again.
    const preview = await caller.ask(requirementPreview, { table })
    const answer = { ok: false, intent: takeRequirement.name, refusal: toRefusal(error), table, preview }
    return Response.json(answer, { status: 409 })
  }
})

export { clientAction } from '#app/ui/offline-action.ts'

export default function ForcesRequirementImport() {
  return <RequirementImportPage {...useLoaderData<typeof loader>()} />
}
