import { UNSAFE_SingleFetchRedirectSymbol as redirectMark } from '@remix-run/server-runtime'
import { decode } from 'turbo-stream'
import { describe, expect, test } from 'vitest'
import { actionRefused, reloadDocument } from './single-fetch.ts'

/** Reads an answer as Remix's client does. */
async function read(text: string): Promise<unknown> {
  const bytes = new TextEncoder().encode(text)
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes)
      controller.close()
    },
  })
  const { value } = await decode(stream, {
    plugins: [(type, ...rest) => (type === 'SingleFetchRedirect' ? { value: { [redirectMark]: rest[0] } } : false)],
  })
  return value
}

describe('answers that the pages’ own script reads', () => {
  test('a form gets the refusal as its action’s answer', async () => {
    const refusal = { kind: 'limited', code: 'http/tooMany', sentence: 'Attendez « un peu » — أو "ثانية".\n' } as const
    expect(await read(actionRefused(refusal))).toEqual({ data: { ok: false, intent: '', refusal } })
  })

  test.each([
    ['/agenda.data', '/agenda'],
    ['/_root.data', '/'],
    ['/agenda/x_root.data', '/agenda/x_root'],
    ['//evil.example.data', '/'],
  ])('%s is sent to the page %s', async (path, page) => {
    const redirect = { redirect: page, status: 302, revalidate: false, reload: true, replace: false }
    expect(await read(reloadDocument(path))).toEqual({ [redirectMark]: redirect })
  })
})
