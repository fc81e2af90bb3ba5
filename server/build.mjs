// Builds the pages (Remix with Vite) and the server (esbuild) into build/.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { build } from 'esbuild'
import { compressAssets } from './compress-assets.mjs'

const remix = spawnSync(
  process.execPath,
  ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--config', 'server/vite.config.ts'],
  { stdio: 'inherit' },
)
if (remix.status !== 0) process.exit(remix.status ?? 1)
compressAssets('build/client/assets')

await build({
  entryPoints: {
    main: 'server/main.ts',
    ...(existsSync('server/admin.ts') ? { admin: 'server/admin.ts' } : {}),
    worker: 'server/store/embedded/worker.mjs',
  },
  outdir: 'build',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  jsx: 'automatic',
  sourcemap: true,
  logLevel: 'warning',
})
