import type { ServerBuild } from '@remix-run/node'
import express from 'express'
import routes from '#app/routes.ts'
import type { Pages } from '#server/http/pages.ts'

interface Entry {
  readonly id?: string
  readonly path?: string
  readonly index?: boolean
  readonly caseSensitive?: boolean
  readonly file: string
  readonly children?: readonly Entry[]
}

type Routes = ServerBuild['routes']

export type SourcePages = Pages & { readonly build: ServerBuild }

/** The pages as they stand in the sources, without a build: what a test sees is never older than the code. */
export async function sourcePages(): Promise<SourcePages> {
  const loaded: Routes = { root: await routeOf({ file: 'root.tsx', path: '' }, undefined) }
  await addAll(loaded, routes, 'root')
  return { mode: 'production', files: express.Router(), build: await buildOf(loaded), close: async () => {} }
}

async function addAll(loaded: Routes, entries: readonly Entry[], parentId: string): Promise<void> {
  for (const entry of entries) {
    const route = await routeOf(entry, parentId)
    if (loaded[route.id]) throw new Error(`two routes are called ${route.id}`)
    loaded[route.id] = route
    await addAll(loaded, entry.children ?? [], route.id)
  }
}

async function routeOf({ id, path, index, caseSensitive, file }: Entry, parentId: string | undefined) {
  const module: Routes[string]['module'] = await import(/* @vite-ignore */ `../../app/${file}`)
  return { id: id ?? file.replace(/\.[a-z]+$/, ''), parentId, path, index, caseSensitive, module }
}

async function buildOf(loaded: Routes): Promise<ServerBuild> {
  return {
    entry: { module: await import('#app/entry.server.tsx') },
    routes: loaded,
    assets: {
      version: 'source',
      url: '/assets/manifest.js',
      entry: { module: '/assets/entry.js', imports: [] },
      routes: Object.fromEntries(Object.values(loaded).map((route) => [route.id, assetsOf(route)])),
    },
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    // As server/vite.config.ts has them.
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: false,
    },
    isSpaMode: false,
    basename: '/',
    mode: 'production',
  }
}

const assetsOf = ({ id, parentId, path, index, caseSensitive, module }: Routes[string]) => ({
  id,
  parentId,
  path,
  index,
  caseSensitive,
  hasLoader: module.loader !== undefined,
  hasAction: module.action !== undefined,
  hasClientLoader: false,
  hasClientAction: 'clientAction' in module,
  hasErrorBoundary: 'ErrorBoundary' in module,
  module: `/assets/${id}.js`,
  imports: [],
})
