import { io, type Socket } from 'socket.io-client'
import { type ClientToServer, type Hello, LIVE_PATH, type ServerToClient } from './messages.ts'
import { Decoder, Encoder } from './packet-parser.ts'

export type LiveSocket = Socket<ServerToClient, ClientToServer>

/** No answer to a whole attempt, both transports included, within this: the network swallows what it does not like. */
const attemptTimeoutMs = 8_000

/** Not connected yet, and never by itself: when and how to try again is the connection's business. */
export const makeSocket = (address: string | undefined, hello: Hello, timeout = attemptTimeoutMs): LiveSocket => {
  const options = {
    path: LIVE_PATH,
    parser: { Encoder, Decoder },
    auth: { ...hello },
    autoConnect: false,
    reconnection: false,
    forceNew: true,
    tryAllTransports: true,
    timeout,
  }
  return address === undefined ? io(options) : io(address, options)
}
