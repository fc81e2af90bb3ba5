// Makes sure that the end-to-end tests have a browser: `node --import tsx tests/setup/browser.ts`.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from '#tests/support/browser.ts'

const isRoot = process.getuid?.() === 0
const attempts: { name: string; commands: [string, ...string[]][] }[] = [
  ...(isRoot && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')
    ? [
        {
          name: 'apt-get install chromium',
          commands: [
            ['apt-get', 'update', '-qq'],
            ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium'],
          ] satisfies [string, ...string[]][],
        },
      ]
    : []),
  {
    name: 'playwright install chromium',
    commands: [[process.execPath, 'node_modules/@playwright/test/cli.js', 'install', 'chromium']],
  },
]

const failures: string[] = []
for (const { name, commands } of attempts) {
  if (findBrowser()) break
  say(`no browser found: trying ${name} …`)
  const failure = commands.map(run).find((output) => output !== null)
  if (failure || !findBrowser()) failures.push(`${name}:\n${failure ?? 'it installed no browser that could be found'}`)
}
if (!findBrowser()) {
  say(
    `The end-to-end tests need a browser, and none could be installed.\n\n${failures.join('\n\n')}\n\n` +
      'Install Chromium, Chrome or Edge, or run `npx playwright install chromium` where the network allows it, or set ' +
      'E2E_BROWSER to the path of one. Then run `npm test` again.',
  )
  process.exitCode = 1
}

/** Null when the command succeeded, else the end of what it said. */
function run([command, ...args]: [string, ...string[]]): string | null {
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: 1 << 26,
    timeout: 300_000,
  })
  if (result.status === 0) return null
  return `${result.error ?? ''}${result.stdout}${result.stderr}`.trim().slice(-800)
}

function say(line: string) {
  process.stdout.write(`[setup] ${line}\n`)
}
