import { describe, expect, test } from 'vitest'
import type { AdminCommand } from './command.ts'
import { commands } from './commands.ts'
import { helpText, readCommand } from './read-command.ts'

const command = (name: string, more: Partial<AdminCommand> = {}): AdminCommand => ({
  name,
  usage: '',
  says: '',
  run: async () => 0,
  ...more,
})
const known = [
  command('audit'),
  command('audit verify', { options: { heads: 'string' } }),
  command('revoke', { words: 1, options: { all: 'boolean' } }),
]
const read = (...words: string[]) => readCommand(known, words)

describe('the operator’s words', () => {
  test('the longest name that fits is meant', () => {
    expect(read('audit', 'verify', '--heads', 'x.txt')).toMatchObject({
      kind: 'run',
      command: { name: 'audit verify' },
      input: { options: { heads: 'x.txt' } },
    })
    expect(read('audit')).toMatchObject({ kind: 'run', command: { name: 'audit' } })
  })

  test('words and switches are handed on', () => {
    expect(read('revoke', 'n@norway.example', '--all')).toMatchObject({
      input: { given: ['n@norway.example'], options: { all: true } },
    })
  })

  test.each([[[]], [['help']], [['--help']], [['audit', '--help']], [['-h']]])('%j asks for help', (words) => {
    expect(read(...words)).toEqual({ kind: 'help' })
  })

  test.each([
    [['dance'], 'no command "dance"'],
    [['audit', 'verify', '--hats', 'x'], "Unknown option '--hats'"],
    [['audit', 'verify', '--heads'], 'argument missing'],
    [['audit', 'verify', 'more'], '"more" is one word too many'],
    [['revoke', 'a', 'b'], '"b" is one word too many'],
  ])('%j is answered with what is wrong', (words, sentence) => {
    expect(read(...words)).toMatchObject({ kind: 'wrong', sentence: expect.stringContaining(sentence) })
  })

  test('the help names every command, and each says what it does', () => {
    const text = helpText(commands)
    for (const { name, says } of commands) {
      expect(text).toContain(`npm run admin -- ${name}`)
      expect(says.length).toBeGreaterThan(20)
    }
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length)
  })
})
