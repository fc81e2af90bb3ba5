import { type Answer, type LiveRefusal, PROTOCOL_VERSION } from '#app/live/messages.ts'
import { randomToken } from '#app/live/random-token.ts'
import { type LiveSocket, makeSocket } from '#app/live/socket.client.ts'

export interface Refusing {
  readonly refusal: LiveRefusal
}

const tries = 5

/** A tab's connection to a whole server; rejects when it is not let in. A busy server is asked again, as browsers do. */
export async function aSocket(
  server: { readonly origin: string; readonly logged?: readonly string[] },
  cookie: string,
): Promise<LiveSocket> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await connected(server, cookie)
    } catch (error) {
      const trouble = server.logged?.filter((line) => line.includes('trouble')).at(-1)
      if (attempt === tries) throw new Error(`no connection; the server says: ${trouble}`, { cause: error })
      await new Promise((again) => setTimeout(again, 100 * attempt))
    }
  }
}

async function connected({ origin }: { origin: string }, cookie: string): Promise<LiveSocket> {
  const socket = makeSocket(origin, { version: PROTOCOL_VERSION, tab: randomToken() })
  Object.assign(socket.io.opts, { transports: ['websocket'], extraHeaders: { cookie, origin } })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', (error) => {
      socket.disconnect()
      reject(error)
    })
    socket.connect()
  })
  return socket
}

type Asked = 'ask' | 'mutate' | 'watch'

/** The answer to one event; one that came too fast is asked again when the server says. */
export async function answerTo<Output = unknown>(
  socket: LiveSocket,
  event: Asked,
  message: object,
): Promise<Answer<Output>> {
  for (;;) {
    const answer = await new Promise<Answer<Output>>(
      (resolve) => void socket.emit(event, message as never, resolve as never),
    )
    const waitMs = answer.ok || answer.refusal.code !== 'live/limited' ? null : (answer.refusal.retryAfterMs ?? 100)
    if (waitMs === null) return answer
    await new Promise((resolve) => setTimeout(resolve, waitMs))
  }
}
