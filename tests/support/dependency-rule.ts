import type { Import, SourceFile } from './source-tree.ts'

const packages = {
  react: /^(react|react-dom|react-aria-components|lucide-react)$/,
  remix: /^@remix-run\//,
  prisma: /^(@prisma\/|pg$|@electric-sql\/)/,
  tiptap: /^@tiptap\//,
  yjs: /^(yjs|lib0|y-protocols)$/,
  node: /^node:$/,
  socketServer: /^(socket\.io|express|ioredis)$/,
}
type Thing = keyof typeof packages | 'server' | 'tests' | 'features' | 'routes' | 'components' | 'serverOnly'

/** What an import reaches, in the words of the rule. */
function things({ target, package: name }: Import): Thing[] {
  if (target === null) {
    return (Object.keys(packages) as (keyof typeof packages)[]).filter((thing) => packages[thing].test(name ?? ''))
  }
  const found: Thing[] = []
  if (target.startsWith('prisma/')) found.push('prisma')
  if (target.startsWith('server/')) found.push('server')
  if (target.startsWith('tests/')) found.push('tests')
  if (target.startsWith('app/features/')) found.push('features')
  if (target.startsWith('app/routes/')) found.push('routes')
  if (target.endsWith('.tsx')) found.push('components')
  if (target.startsWith('app/') && /\.server\.tsx?$/.test(target)) found.push('serverOnly')
  return found
}

const kernelPackages = new Set(['zod', 'fractional-indexing'])
const isKernel = (path: string) => /^app\/kernel\/[^/.]+\.ts$/.test(path)

type Area = { name: string; holds: RegExp; never: Thing[] }

/** What no file that the browser loads may reach. */
const behindTheBrowser: Thing[] = ['prisma', 'node', 'socketServer', 'server', 'tests', 'routes']

/** The first that matches decides. A file of `app` that none of them holds has no place in the design. */
const areas: Area[] = [
  {
    name: 'app/kernel (server)',
    holds: /^app\/kernel\/.*\.server\.tsx?$/,
    never: ['react', 'tiptap', 'server', 'tests', 'features', 'routes', 'components'],
  },
  {
    name: 'app/kernel',
    holds: /^app\/kernel\/[^/]+\.ts$/,
    never: [...behindTheBrowser, 'react', 'remix', 'tiptap', 'yjs', 'features', 'components'],
  },
  {
    name: 'feature, server',
    holds: /^app\/features\/[^/]+\/.*\.server\.tsx?$/,
    never: ['react', 'remix', 'socketServer', 'server', 'tests', 'routes', 'components'],
  },
  {
    name: 'feature, rules',
    holds: /^app\/features\/[^/]+\/.*\.ts$/,
    never: [...behindTheBrowser, 'react', 'remix', 'tiptap', 'components', 'serverOnly'],
  },
  {
    name: 'feature, components',
    holds: /^app\/features\/[^/]+\/.*\.tsx$/,
    never: [...behindTheBrowser, 'serverOnly'],
  },
  { name: 'app/live', holds: /^app\/live\//, never: [...behindTheBrowser, 'features', 'serverOnly'] },
  {
    name: 'app/editor (server)',
    holds: /^app\/editor\/.*\.server\.ts$/,
    never: ['react', 'remix', 'prisma', 'socketServer', 'server', 'tests', 'features', 'routes', 'components'],
  },
  { name: 'app/editor', holds: /^app\/editor\//, never: [...behindTheBrowser, 'features', 'serverOnly'] },
  {
    name: 'app/i18n (server)',
    holds: /^app\/i18n\/.*\.server\.ts$/,
    never: ['react', 'prisma', 'socketServer', 'tiptap', 'yjs', 'server', 'tests', 'features', 'routes', 'components'],
  },
  { name: 'app/i18n', holds: /^app\/i18n\//, never: [...behindTheBrowser, 'tiptap', 'yjs', 'features', 'serverOnly'] },
  { name: 'app/ui', holds: /^app\/ui\//, never: [...behindTheBrowser, 'tiptap', 'yjs', 'features', 'serverOnly'] },
  {
    name: 'app/routes',
    holds: /^app\/routes\//,
    never: ['prisma', 'yjs', 'tiptap', 'socketServer', 'server', 'tests'],
  },
  { name: 'app', holds: /^app\/(root|entry\.(client|server)|routes)\.tsx?$/, never: ['prisma', 'server', 'tests'] },
  { name: 'server', holds: /^server\//, never: ['components', 'routes', 'tests', 'react', 'tiptap'] },
]

/** Sentences, one for each import that the dependency rule forbids. */
export function brokenDependencies(files: SourceFile[]): string[] {
  return files.filter((file) => /^(app|server)\//.test(file.path)).flatMap(brokenIn)
}

function brokenIn(file: SourceFile): string[] {
  const area = areas.find(({ holds }) => holds.test(file.path))
  if (!area) return [`${file.path} has no place in the design: no rule says what it may import`]
  return file.imports.flatMap((one) => {
    const where = `${file.path} imports ${one.specifier}`
    const refused = things(one).filter((thing) => area.never.includes(thing))
    return [
      ...refused.map((thing) => `${where}: ${area.name} never imports ${thing}`),
      ...manners
        .filter(({ breaks }) => breaks({ ...one, path: file.path }))
        .map(({ sentence }) => `${where}: ${sentence}`),
    ]
  })
}

type Reach = Import & { path: string }

/** The rules that depend on more than the areas on both sides. */
const manners: { sentence: string; breaks: (reach: Reach) => boolean }[] = [
  {
    sentence: 'only types of Prisma: the transaction comes with the work',
    breaks: (reach) => reach.path.startsWith('app/') && !reach.isType && things(reach).includes('prisma'),
  },
  {
    sentence: 'the kernel stands on itself and zod',
    breaks: (reach) => isKernel(reach.path) && reach.package !== null && !kernelPackages.has(reach.package),
  },
  {
    sentence: 'only types of what runs on the server',
    breaks: (reach) => isKernel(reach.path) && !reach.isType && things(reach).includes('serverOnly'),
  },
  {
    sentence: 'an import that leaves its folder starts with #',
    breaks: ({ path, target, specifier }) => target !== null && specifier.startsWith('.') && leaves(path, target),
  },
  {
    sentence: 'name the file with its extension',
    breaks: ({ target }) => target !== null && !/\.(ts|tsx|mjs|css|json|svg)$/.test(target),
  },
  {
    sentence: 'a component imports only types of a contract, or Zod reaches the browser',
    breaks: ({ path, target, isType }) =>
      path.endsWith('.tsx') && !path.startsWith('app/routes/') && !isType && /\/contract\.ts$/.test(target ?? ''),
  },
  {
    sentence: 'another feature is reached through its api.server.ts',
    breaks: (reach) => {
      const from = featureOf(reach.path)
      const to = featureOf(reach.target)
      if (from === null || to === null || from === to) return false
      return things(reach).includes('serverOnly') && !reach.target?.endsWith('/api.server.ts')
    },
  },
  {
    sentence: 'a route reaches a feature through the caller',
    breaks: (reach) =>
      reach.path.startsWith('app/routes/') && featureOf(reach.target) !== null && things(reach).includes('serverOnly'),
  },
]

const leaves = (path: string, target: string) =>
  areaOf(target) !== areaOf(path) && !target.startsWith(`${path.replace(/\/[^/]+$/, '')}/`)

const featureOf = (path: string | null): string | null => path?.match(/^app\/features\/([^/]+)\//)?.[1] ?? null

function areaOf(path: string): string {
  return (
    path.match(/^app\/features\/[^/]+/)?.[0] ??
    path.match(/^(?:app|server)\/[^/]+(?=\/)/)?.[0] ??
    path.split('/')[0] ??
    ''
  )
}

/** Circles of features that need each other, as `a → b → a`. */
export function featureCircles(files: SourceFile[]): string[] {
  const needs = new Map<string, Set<string>>()
  for (const { path, imports } of files) {
    const from = featureOf(path)
    if (!from) continue
    for (const { target } of imports) {
      const to = target ? featureOf(target) : null
      if (to && to !== from) needs.set(from, (needs.get(from) ?? new Set()).add(to))
    }
  }
  const circles = new Set<string>()
  const follow = (feature: string, trail: string[]) => {
    const at = trail.indexOf(feature)
    if (at >= 0) {
      const circle = trail.slice(at)
      const first = circle.indexOf([...circle].sort()[0] ?? '')
      const turned = [...circle.slice(first), ...circle.slice(0, first)]
      circles.add([...turned, turned[0]].join(' → '))
      return
    }
    for (const next of needs.get(feature) ?? []) follow(next, [...trail, feature])
  }
  for (const feature of needs.keys()) follow(feature, [])
  return [...circles].sort()
}
