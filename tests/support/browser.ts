import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'

const windowsFolders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? [])
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...windowsFolders.map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
  ...windowsFolders.map((folder) => join(folder, 'Microsoft/Edge/Application/msedge.exe')),
]

/**
 * The path of the browser the tests drive: E2E_BROWSER, else Playwright's own Chromium, else a Chromium, Chrome or
 * Edge of this machine. Null when there is none.
 */
export function findBrowser(): string | null {
  const wanted = process.env.E2E_BROWSER
  if (wanted) {
    if (!existsSync(wanted)) throw new Error(`E2E_BROWSER names ${wanted}, which does not exist.`)
    return wanted
  }
  return [chromium.executablePath(), ...installed].find((path) => existsSync(path)) ?? null
}
