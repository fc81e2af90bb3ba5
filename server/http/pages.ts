import { existsSync } from 'node:fs'
import type { Server, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import express, { type RequestHandler } from 'express'
import { createPrecompressed, forEver } from './precompressed.ts'

/** Where pages and the files beside them come from. */
export interface Pages {
  readonly mode: 'production' | 'development'
  readonly files: RequestHandler
  readonly build: ServerBuild | (() => Promise<ServerBuild>)
  close(): Promise<void>
}

/** The pages as `npm run build` left them. */
export async function openBuiltPages(root: string): Promise<Pages> {
  const entry = join(root, 'build/server/index.js')
  if (!existsSync(entry)) throw new Error('The pages are not built yet. Run npm start, or npm run build, first.')
  const build: ServerBuild = await import(pathToFileURL(entry).href)
  return { mode: 'production', build, files: builtFiles(join(root, 'build/client')), close: async () => {} }
}

/** The names of assets change with what is in them; other public files are asked for again after an hour. */
export function builtFiles(client: string): RequestHandler {
  const common = { dotfiles: 'ignore', etag: false, lastModified: false, index: false, redirect: false } as const
  const kept = (value: string) => ({
    ...common,
    cacheControl: false,
    setHeaders(response: ServerResponse) {
      response.setHeader('Cache-Control', value)
      // What is the same for everybody need not be fetched again after every sign-in.
      response.setHeader('Vary', 'Accept-Encoding')
    },
  })
  const files = express.Router()
  files.use('/assets', createPrecompressed(join(client, 'assets')))
  files.use('/assets', express.static(join(client, 'assets'), kept(forEver)))
  return files.use(express.static(client, kept('public, max-age=3600')))
}

/** The pages as they are being written: Vite compiles them on request and tells the browser what changed. */
export async function openDevelopmentPages(root: string, http: Server): Promise<Pages> {
  const { createServer } = await import('vite')
  const others = process.listeners('SIGTERM')
  const vite = await createServer({
    root,
    configFile: join(root, 'server/vite.config.ts'),
    server: { middlewareMode: true, hmr: { server: http } },
    appType: 'custom',
  })
  // Remix starts a second Vite of its own, which would end this process on SIGTERM before anything is stored.
  for (const listener of process.listeners('SIGTERM')) if (!others.includes(listener)) process.off('SIGTERM', listener)
  return {
    mode: 'development',
    files: vite.middlewares,
    build: async () => {
      const build = await vite.ssrLoadModule('virtual:remix/server-build')
      if (!isBuild(build)) throw new Error('Vite did not give the pages')
      return build
    },
    close: () => vite.close(),
  }
}

const isBuild = (module: object): module is ServerBuild => 'routes' in module && 'entry' in module && 'assets' in module
