import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { build } from 'esbuild'
import { must } from '#app/kernel/must.ts'
import { findBrowser } from './browser.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: must(findBrowser(), 'no browser was found'),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })

/** The files of one page of this folder, as the browser loads them. */
export type BrowserFiles = ReadonlyMap<string, string>

export async function browserFiles(entry: string): Promise<BrowserFiles> {
  const { outputFiles } = await build({
    entryPoints: { page: `${folder}${entry}` },
    bundle: true,
    splitting: true,
    format: 'esm',
    jsx: 'automatic',
    write: false,
    outdir: '/files',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  return new Map(outputFiles.map(({ path, text }) => [path, text]))
}

/** Answers every request of this context but the live connection: a page for each address, and its files. */
export async function serveTo(context: BrowserContext, files: BrowserFiles): Promise<void> {
  await context.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname.startsWith('/live')) return route.fallback()
    const file = files.get(pathname)
    if (file !== undefined) return route.fulfill({ contentType: 'text/javascript', body: file })
    return route.fulfill({ contentType: 'text/html', body: html })
  })
}

const html =
  '<!doctype html><html lang="en"><title>Plenary</title><div id="root"></div><script type="module" src="/files/page.js"></script></html>'

/** Errors of the page that nobody caught: a test that ends with any has found one. */
export function uncaughtIn(page: Page): string[] {
  const uncaught: string[] = []
  page.on('pageerror', (error) => uncaught.push(error.message))
  return uncaught
}
