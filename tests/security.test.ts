import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSourceTree, type SourceFile, sourceFile } from './support/source-tree.ts'

const isTest = ({ path }: SourceFile) => /\.(test|spec)\.tsx?$/.test(path)
const product = readSourceTree(['app', 'server', 'prisma']).filter((file) => !isTest(file))
const onServer = (files: SourceFile[]) =>
  files.filter(({ path }) => path.startsWith('server/') || /\.server\.tsx?$/.test(path))
const linesWith = (files: SourceFile[], pattern: RegExp) =>
  files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line) => (pattern.test(line) ? [`${path}: ${line.trim()}`] : [])),
  )

/** SQL that is put together from text. What is written as a tagged template carries its values beside it. */
const sqlFromText = (files: SourceFile[]) => linesWith(files, /\$(query|execute)RawUnsafe|\bPrisma\.raw\(/)
/** Ways out of the machine. The database and Redis have clients of their own, named in `server/store` and `server/bus`. */
const waysOut = (files: SourceFile[]) =>
  linesWith(
    onServer(files),
    /(?<![.\w])(?<!async )fetch\(|https?\.(request|get)\(|from '(node:)?(https|http2|dgram|dns|tls)'|from '(undici|axios|nodemailer)'/,
  )
const parsesXml = (files: SourceFile[]) =>
  files.flatMap(({ path, imports }) =>
    imports.flatMap((each) =>
      each.package && /xml|sax|cheerio|jsdom|mammoth|exceljs|svgo/i.test(each.package) ? [path] : [],
    ),
  )
const serversOwn =
  /DATABASE_URL|REDIS_URL|OPERATIONS_TOKEN|BEGIN [A-Z ]*PRIVATE|postgres:\/\/|PrismaClient|argon2|plenary_app|queryRaw|node:(fs|crypto|net|http)/

describe('what the code may not do', () => {
  test('[SEC-090] SQL is never put together from text', () => expect(sqlFromText(product)).toEqual([]))
  test('[SEC-091] the server asks nobody for anything', () => expect(waysOut(product)).toEqual([]))
  test('[SEC-100] nothing reads XML', () => expect(parsesXml(product)).toEqual([]))
  test('[SEC-084] a page is told of no pages but its own: routes are not discovered, sources are not served', () => {
    const settings = readFileSync('server/vite.config.ts', 'utf8')
    expect(settings).toContain('v3_lazyRouteDiscovery: false')
    expect(settings).toContain('sourcemap: false')
  })
  test('[SEC-110] nothing of the server reaches a browser', () => {
    // Before the first build there is none; `npm test` makes one first.
    const folder = 'build/client'
    const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
    expect(files.filter((name) => name.endsWith('.map') || /\.(ts|tsx)$/.test(name))).toEqual([])
    const scripts = files.filter((name) => name.endsWith('.js'))
    expect(scripts.filter((name) => serversOwn.test(readFileSync(join(folder, name), 'utf8')))).toEqual([])
  })
})

describe('[SEC-111] what the product stands on', () => {
  interface Locked {
    readonly integrity?: string
    readonly license?: string
  }
  const own: { dependencies: Record<string, string>; devDependencies: Record<string, string> } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  )
  const locked: { packages: Record<string, Locked> } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const installed = Object.entries(locked.packages).filter(([path]) => path !== '')

  test('[SEC-111] is few things, each at one version', () => {
    const wanted = Object.entries({ ...own.dependencies, ...own.devDependencies })
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version))).toEqual([])
    expect(Object.keys(own.dependencies).length).toBeLessThanOrEqual(60)
  })
  test('[SEC-111] is what it was when it was locked, and free to be used', () => {
    expect(installed.length).toBeGreaterThan(300)
    expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([])
    expect(installed.filter(([, { license }]) => /GPL/.test(license ?? '')).map(([path]) => path)).toEqual([])
  })
})

describe('these tests would notice', () => {
  const file = (text: string) => [sourceFile('server/live/room.ts', text)]
  test.each([
    ['SQL from text', sqlFromText, 'await tx.$queryRawUnsafe(`SELECT 1`)'],
    ['a request to another server', waysOut, "const page = await fetch('https://example.org')"],
    ['a mail', waysOut, "import { createTransport } from 'nodemailer'"],
    ['a parser of XML', parsesXml, "import { XMLParser } from 'fast-xml-parser'"],
  ])('%s', (_name, find, text) => expect(find(file(text))).toHaveLength(1))
  test('a setting of the server in a script', () => expect('const a=x.DATABASE_URL').toMatch(serversOwn))
})
