import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { DomainError } from '#app/kernel/errors.ts'
import { createLog } from './log.ts'

function logged(write: (log: ReturnType<typeof createLog>) => void) {
  const lines: string[] = []
  write(createLog('debug', { write: (line) => void lines.push(line) }))
  return lines
}
const oneLine = (write: (log: ReturnType<typeof createLog>) => void) => JSON.parse(logged(write).join(''))

function thrownBy(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

describe('[SEC-106] the log', () => {
  test('[SEC-106] keeps what is named and drops what is not, at run time too', () => {
    const line = {
      event: 'request',
      status: 200,
      title: 'canary',
      cookie: 'canary',
      body: { text: 'canary' },
      path: '/agenda/:id',
    }
    expect(oneLine((log) => log.info(line))).toEqual({
      level: 'info',
      time: expect.any(String),
      event: 'request',
      status: 200,
      path: '/agenda/:id',
    })
  })

  test('[SEC-106] drops an allowed name whose value is not plain', () => {
    const line = JSON.parse('{"event":"x","name":{"title":"canary"},"count":["canary"]}')
    expect(JSON.stringify(oneLine((log) => log.info(line)))).not.toContain('canary')
  })

  test.each([
    ['a JSON parser', () => JSON.parse('{"canary": secret}')],
    ['Zod', () => z.object({ canary: z.string() }).parse({ canary: 3 })],
    [
      'the editor',
      () => {
        throw new RangeError('Invalid content for node doc: <paragraph("canary")>')
      },
    ],
    [
      'Prisma',
      () => {
        throw Object.assign(new Error('Invalid invocation: { title: "canary" }'), { clientVersion: '7', code: 'P2002' })
      },
    ],
    [
      'PostgreSQL',
      () => {
        throw Object.assign(new Error('invalid input: "canary"'), {
          severity: 'ERROR',
          code: '22P02',
          detail: 'canary',
        })
      },
    ],
    [
      'a cause within',
      () => {
        throw new Error('outer', { cause: thrownBy(() => JSON.parse('canary')) })
      },
    ],
    [
      'a thrown text',
      () => {
        throw 'canary'
      },
    ],
    [
      'a name',
      () => {
        throw Object.assign(new Error('x'), { name: 'canary text' })
      },
    ],
  ])('[SEC-106] tells nothing of the text that %s failed on', (_name, fail) => {
    const error = thrownBy(fail)
    const [text = ''] = logged((log) => log.error({ event: 'request-failed', error }))
    // The frames name this test's own file and functions, which is all they may name.
    expect(text).not.toContain('canary')
  })

  test('[SEC-106] tells where a bug is', () => {
    const error = thrownBy(() => {
      throw Object.assign(new TypeError('x is not a function'), { code: 'ERR_X' })
    })
    const line = oneLine((log) => log.error({ event: 'request-failed', error }))
    expect(line.error).toMatchObject({ name: 'TypeError', message: 'x is not a function', code: 'ERR_X' })
    expect(line.error.stack[0]).toContain('log.test.ts')
  })

  test('[SEC-106] tells our own refusals by their code', () => {
    const error = new DomainError('unavailable', 'store/away', 'The database is away.')
    expect(oneLine((log) => log.warn({ event: 'x', error })).error).toMatchObject({
      code: 'store/away',
      message: 'The database is away.',
    })
  })

  test('[SEC-107] one call is one line, whatever is in it', () => {
    const forged = 'x\n{"level":60,"msg":"forged"}\u001b[2J\u2028'
    const lines = logged((log) => log.info({ event: 'x', name: forged, reason: forged }))
    expect(lines.join('').match(/\n/g)).toHaveLength(1)
    for (const control of ['\u001b', '\u2028']) expect(lines.join('')).not.toContain(control)
    expect(JSON.parse(lines.join('')).level).toBe('info')
  })
})
