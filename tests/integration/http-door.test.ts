import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test, vi } from 'vitest'
import { doorOf } from '#server/http/server.ts'
import { createFakePages } from '#tests/support/fake-pages.ts'
import { serve } from '#tests/support/served.ts'

/** A page that is ready when the test says so. */
async function serveSlowly() {
  let finish = () => {}
  const asked = vi.fn()
  const ready = new Promise<void>((resolve) => {
    finish = resolve
  })
  const files = (_request: unknown, _response: unknown, next: () => void) => {
    asked()
    void ready.then(() => next())
  }
  const served = await serve({ pages: createFakePages({ files }) })
  const answer = served.get('/secret', { Connection: 'keep-alive' })
  await vi.waitFor(() => expect(asked).toHaveBeenCalled())
  return { served, finish, answer }
}

test('[REL-13] an answer under way is finished after the door is closed, and nobody new comes in', async () => {
  const { served, finish, answer } = await serveSlowly()
  const idle = connect({ host: '127.0.0.1', port: served.port })
  await once(idle, 'connect')
  const door = doorOf(served.http)
  door.close()
  await expect(served.get('/secret')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  const isEmpty = vi.fn()
  const empty = door.empty(60_000).then(isEmpty)
  expect(isEmpty).not.toHaveBeenCalled()
  finish()
  expect((await answer).status).toBe(200)
  idle.destroy()
  await empty
  served.metrics.close()
})

test('[REL-13] an answer that does not end is cut off in time', async () => {
  const { served, answer } = await serveSlowly()
  const cut = expect(answer).rejects.toThrow()
  await doorOf(served.http).empty(20)
  await cut
  served.metrics.close()
})
