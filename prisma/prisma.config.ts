import { defineConfig } from 'prisma/config'

// `generate`, `validate` and `format` run on WebAssembly only, but the CLI first insists on downloading a native
// schema engine. Naming any existing file skips the download. Commands that need that engine are left alone.
const offline = ['generate', 'validate', 'format']
if (process.argv.slice(2).some((argument) => offline.includes(argument))) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath
}

export default defineConfig({
  schema: 'schema',
  migrations: { path: 'migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
