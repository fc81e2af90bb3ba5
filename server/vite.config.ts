import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

/** What every page loads goes in two files: one that changes with the packages, one that changes with the frame. */
function commonChunk(id: string): string | undefined {
  if (/\/node_modules\/(react|react-dom|scheduler|@remix-run)\//.test(id)) return 'react'
  return /\/app\/ui\/(shell\/shell|error-panel)\.tsx$/.test(id) ? 'frame' : undefined
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
  build: {
    target: 'es2022',
    sourcemap: false,
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: commonChunk } },
  },
}))
