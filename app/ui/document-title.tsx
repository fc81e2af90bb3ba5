import { useDocumentTitle } from './page-handle.ts'
import { useShellView } from './shell/use-shell-view.ts'

export function DocumentTitle() {
  const title = useDocumentTitle(useShellView()?.conference?.symbolRoot)
  return <title>{title}</title>
}
