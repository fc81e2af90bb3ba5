import { missing } from '#app/kernel/errors.ts'
import { load } from '#app/kernel/remix.server.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'

export const handle: PageHandle = { title: ({ t }) => t('errors.notFoundTitle') }

/** An address that no page has, answered like a page that one may not see. */
export const loader = load((): null => {
  throw missing()
})

export default function NoPage() {
  return null
}
