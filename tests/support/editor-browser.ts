import { fileURLToPath } from 'node:url'
import type { Browser, Page } from '@playwright/test'
import { build } from 'esbuild'
import type { DocumentJson } from '#app/editor/document-shape.ts'
import { contentPolicy } from '#server/http/security.ts'
import type { EditorPage } from './editor-page.tsx'
import { browserFiles } from './live-browser.ts'

const origin = 'https://plenary.test'
const nonce = 'bm9uY2U'
const html = `<!doctype html><html><head><title>Plenary</title><link rel="stylesheet" href="/files/styles.css"></head>
<body><div id="root"></div><script type="module" nonce="${nonce}" src="/files/page.js"></script></body></html>`

export interface EditorFiles {
  readonly scripts: ReadonlyMap<string, string>
  readonly styles: string
}

export async function editorFiles(): Promise<EditorFiles> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../app/styles.css', import.meta.url))],
    bundle: true,
    write: false,
    loader: { '.woff2': 'empty' },
    logLevel: 'error',
  })
  return { scripts: await browserFiles('editor-page.tsx'), styles: outputFiles.map(({ text }) => text).join('\n') }
}

export interface OpenedEditors {
  readonly page: Page
  /** Addresses outside of the page that somebody would have seen us ask for. */
  readonly left: string[]
  /** Errors that nobody caught. */
  readonly uncaught: string[]
  textOf(side: 'A' | 'B'): Promise<DocumentJson>
  violations(): Promise<string[]>
  close(): Promise<void>
}

/** Two editors on one text, side by side, under the content policy of the product. */
export async function openEditors(
  browser: Browser,
  { scripts, styles }: EditorFiles,
  text: DocumentJson,
  search = '',
): Promise<OpenedEditors> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  const left: string[] = []
  const uncaught: string[] = []
  await context.route('**/*', (route) => {
    const url = new URL(route.request().url())
    if (url.origin !== origin) left.push(url.href)
    const script = scripts.get(url.pathname)
    if (script !== undefined) return route.fulfill({ contentType: 'text/javascript', body: script })
    if (url.pathname === '/files/styles.css') return route.fulfill({ contentType: 'text/css', body: styles })
    const policy = contentPolicy({ nonce, host: 'plenary.test' }, { isSecure: true, isDevelopment: false })
    return route.fulfill({ contentType: 'text/html', headers: { 'content-security-policy': policy }, body: html })
  })
  const page = await context.newPage()
  page.on('pageerror', ({ message }) => uncaught.push(message))
  await page.goto(`${origin}/${search}`)
  await page.evaluate((first) => window.editorPage.begin(first), text)
  await page.locator('#B .doc').waitFor()
  return {
    page,
    left,
    uncaught,
    textOf: (side) => page.evaluate((name) => window.editorPage.textOf(name), side),
    violations: () => page.evaluate(() => window.editorPage.violations),
    close: () => context.close(),
  }
}

declare global {
  interface Window {
    editorPage: EditorPage
  }
}
