import { type ComponentType, lazy } from 'react'

const tryAgainMs = 5_000

/**
 * A part that the first page does not need and that must not fail when it is: where it cannot be fetched it is tried
 * again, and its place is empty meanwhile.
 */
export const sureLazy = <Props>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => {
    for (;;) {
      try {
        return { default: await load() }
      } catch {
        await new Promise((again) => setTimeout(again, tryAgainMs))
      }
    }
  })
