import { RouteErrorPanel } from '#app/ui/error-panel.tsx'
import { BareFrame } from './bare.tsx'

/**
 * For pages without the frame, each by itself: where only the root catches, React makes the whole document anew in the
 * browser, scripts and all, and the content policy rightly leaves the reader with an empty page.
 */
export const BareErrorPage = () => (
  <BareFrame>
    <RouteErrorPanel />
  </BareFrame>
)
