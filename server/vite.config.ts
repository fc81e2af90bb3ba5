import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Rollup } from 'vite'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

/** The pages that everybody opens first. */
const firstPages = /\/app\/(entry\.client|root|routes\/(_app|sign-in|today))\.tsx/
const framework = /\/node_modules\/(react|react-dom|scheduler|@remix-run|react-router|react-router-dom|turbo-stream)\//
/** What is smaller than this (bytes, before it is made small) is joined to what is loaded with it. */
const smallChunk = 12_000

/**
 * What sign-in and Today load goes in two files, one that changes with the packages and one with the product: forty small
 * ones compress badly, and each costs an answer of its own.
 */
function makeFirstChunks(): Rollup.GetManualChunk {
  let first: ReadonlySet<string> | null = null
  return (id, { getModuleIds, getModuleInfo }) => {
    if (framework.test(id)) return 'react'
    if (getModuleInfo(id)?.isEntry) return undefined
    const isFirst = (each: string) => firstPages.test(each) && getModuleInfo(each)?.isEntry
    first ??= withImported([...getModuleIds()].filter(isFirst), getModuleInfo)
    return first.has(id) ? 'first' : undefined
  }
}

function withImported(ids: readonly string[], infoOf: Rollup.GetModuleInfo): ReadonlySet<string> {
  const found = new Set(ids)
  for (const id of found) for (const imported of infoOf(id)?.importedIds ?? []) found.add(imported)
  return found
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        // A manifest that answers for any path would tell strangers which pages exist.
        v3_lazyRouteDiscovery: false,
        v3_routeConfig: true,
        unstable_optimizeDeps: true,
      },
    }),
  ],
  // Our own parser of packets, on both ends: Socket.IO's would be carried unused.
  resolve: { alias: { 'socket.io-parser': fileURLToPath(new URL('../app/live/packet-parser.ts', import.meta.url)) } },
  build: {
    target: 'es2022',
    sourcemap: false,
    // A twentieth smaller than what Vite's own minifier makes.
    minify: isSsrBuild ? false : 'terser',
    terserOptions: { ecma: 2020, module: true, compress: { passes: 2 }, format: { comments: false } },
    rollupOptions: isSsrBuild
      ? {}
      : { output: { manualChunks: makeFirstChunks(), experimentalMinChunkSize: smallChunk } },
  },
}))
