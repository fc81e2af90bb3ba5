import { parseArgs } from 'node:util'
import type { AdminCommand, AdminInput } from './command.ts'

export type Reading =
  | { readonly kind: 'run'; readonly command: AdminCommand; readonly input: AdminInput }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string }

/** What the operator asked for. The longest name that the words begin with counts. */
export function readCommand(commands: readonly AdminCommand[], words: readonly string[]): Reading {
  if (words.length === 0 || words.some((word) => word === '--help' || word === '-h') || words[0] === 'help')
    return { kind: 'help' }
  const command = commands
    .filter(({ name }) => name.split(' ').every((part, place) => words[place] === part))
    .sort((a, b) => b.name.length - a.name.length)[0]
  if (!command) return { kind: 'wrong', sentence: `There is no command "${words.slice(0, 2).join(' ')}".` }
  try {
    return { kind: 'run', command, input: inputOf(command, words.slice(command.name.split(' ').length)) }
  } catch (error) {
    // `parseArgs` says in a sentence what it could not read.
    return { kind: 'wrong', sentence: error instanceof Error ? error.message : String(error) }
  }
}

function inputOf(command: AdminCommand, args: string[]): AdminInput {
  const options = Object.fromEntries(Object.entries(command.options ?? {}).map(([name, type]) => [name, { type }]))
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true })
  if (positionals.length > (command.words ?? 0)) {
    throw new Error(`"${positionals[command.words ?? 0]}" is one word too many for ${command.name}.`)
  }
  return {
    given: positionals,
    options: Object.fromEntries(Object.entries(values).filter(([, value]) => !Array.isArray(value))),
  }
}

export function helpText(commands: readonly AdminCommand[]): string {
  const lines = commands.flatMap(({ name, usage, says }) => [
    `  npm run admin -- ${[name, usage].filter(Boolean).join(' ')}`,
    `      ${says}`,
    '',
  ])
  return [
    'Plenary, for the operator of this server.',
    '',
    ...lines,
    'With the embedded database, stop Plenary first: only one program can have it open.',
    'With DATABASE_URL set, Plenary may go on running.',
  ].join('\n')
}
