// Builds the pages (Remix with Vite) and the server (esbuild) into build/.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { compressAssets } from './compress-assets.mjs'

const remix = spawnSync(
  process.execPath,
  ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--config', 'server/vite.config.ts'],
  { stdio: 'inherit' },
)
if (remix.status !== 0) process.exit(remix.status ?? 1)
compressAssets('build/client/assets')

for (const name of readdirSync('build')) if (/\.mjs(\.map)?$/.test(name)) rmSync(join('build', name))
await build({
  entryPoints: {
    main: 'server/main.ts',
    ...(existsSync('server/admin.ts') ? { admin: 'server/admin.ts' } : {}),
    worker: 'server/store/embedded/worker.mjs',
  },
  outdir: 'build',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  // What is imported when it is needed is a file of its own, loaded only then.
  splitting: true,
  chunkNames: '[name]-[hash]',
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  jsx: 'automatic',
  minifyWhitespace: true,
  sourcemap: true,
  logLevel: 'warning',
})
