// In the browser: the store of unsent edits, reachable for a test that runs outside.

import { announceTab, liveTabs } from '#app/live/live-tabs.client.ts'
import { indexedUnsentStore } from '#app/live/unsent-store.client.ts'

Object.assign(window, { indexedUnsentStore, announceTab, liveTabs })
