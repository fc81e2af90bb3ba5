import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

export type Import = {
  specifier: string
  /** The file of this project it leads to; null for a package. */
  target: string | null
  /** The package it names, or `node:`; null for a file of this project. */
  package: string | null
  /** Erased when compiled: `import type`. */
  isType: boolean
}
export type SourceFile = { path: string; text: string; imports: Import[] }

/** Every TypeScript and JavaScript file below the folders, with what it imports. Paths use `/`, from the root. */
export function readSourceTree(folders: string[]): SourceFile[] {
  return folders.flatMap(list).map((path) => sourceFile(path, readFileSync(path, 'utf8')))
}

export function sourceFile(path: string, text: string): SourceFile {
  return { path, text, imports: importsOf(path, text) }
}

function list(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name).replaceAll('\\', '/')
    if (entry.isDirectory()) return entry.name === 'generated' || entry.name === 'node_modules' ? [] : list(path)
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [path] : []
  })
}

const statement = /^\s*(?:import|export)\s+(type\s+)?(?:([\w\s{},*$]*?)\s+from\s+)?['"]([^'"]+)['"]/gm
const call = /(typeof\s+)?\bimport\(\s*['"]([^'"]+)['"]/g

function importsOf(path: string, text: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  return [
    ...[...code.matchAll(statement)].map(([, type, names, specifier = '']) =>
      resolve(path, specifier, type !== undefined || isAllTypes(names)),
    ),
    ...[...code.matchAll(call)].map(([, type, specifier = '']) => resolve(path, specifier, type !== undefined)),
  ]
}

/** `import { type A, type B }` */
function isAllTypes(names: string | undefined): boolean {
  const listed = names
    ?.match(/^\s*\{([\s\S]*)\}\s*$/)?.[1]
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  return listed !== undefined && listed.length > 0 && listed.every((name) => name.startsWith('type '))
}

function resolve(path: string, specifier: string, isType: boolean): Import {
  const bare = specifier.replace(/\?.*$/, '')
  const subpath = bare.match(/^#(app|server|tests|prisma)\/(.+)$/)
  if (subpath) {
    const [, root, rest] = subpath
    return { specifier, target: `${root === 'prisma' ? 'prisma/generated' : root}/${rest}`, package: null, isType }
  }
  if (bare.startsWith('.')) {
    return { specifier, target: posix.join(dirname(path), bare), package: null, isType }
  }
  const name = bare.startsWith('node:')
    ? 'node:'
    : bare
        .split('/')
        .slice(0, bare.startsWith('@') ? 2 : 1)
        .join('/')
  return { specifier, target: null, package: name, isType }
}
