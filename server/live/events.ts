import type { Actor } from '#app/kernel/actor.ts'
import { DomainError } from '#app/kernel/errors.ts'
import type { Patched, Watching } from '#app/live/messages.ts'
import { clientMessages } from '#app/live/protocol.ts'
import { frameOf } from './frame.ts'
import { type EventEntry, event } from './gateway.ts'
import type { Joining } from './joining.ts'
import type { Place, Session } from './session.ts'

/** One page's connection, as live queries need it. */
export interface WatchClient {
  actor(): Actor
  result(message: Watching): void
  patch(message: Patched): void
  gone(watch: number): void
}

/** Whoever keeps live queries fresh. An entry means nothing here; it is handed back when the watch ends. */
export interface Watchers<Entry extends object = object> {
  watch(client: WatchClient, id: number, query: string, input: unknown): Promise<Entry & { output: unknown }>
  unwatch(entry: Entry): void
}

const mostWatches = 200
const tooManyWatches = () =>
  new DomainError('limited', 'live/watches', 'This page follows too many things at once. Reload it.')

/** The registry of what a client may send (SEC-052). Each handler says who does it, and decides nothing. */
export function clientEvents(
  joining: Joining,
  watchers: Watchers,
  left: (place: Place) => void,
): Map<string, EventEntry> {
  const events = {
    ask: event(clientMessages.ask, 'ask', async ({ caller }, { name, input }, answer) =>
      answer(await caller.ask(name, input)),
    ),
    mutate: event(clientMessages.mutate, 'mutate', async ({ caller }, { name, input, once, acting }, answer) =>
      answer(await caller.mutate(name, input, { ...(once ? { once } : {}), ...(acting ? { acting } : {}) })),
    ),
    watch: event(clientMessages.watch, 'watch', async (session, { query, input }, answer) => {
      if (session.watches.size >= mostWatches) throw tooManyWatches()
      const id = ++session.watchCount
      const entry = await watchers.watch(clientOf(session), id, query, input)
      session.watches.set(id, entry)
      answer({ watch: id, output: entry.output })
      if (!session.isOpen) watchers.unwatch(entry)
    }),
    unwatch: event(clientMessages.unwatch, 'event', (session, { watch }) => {
      const entry = session.watches.get(watch)
      session.watches.delete(watch)
      if (entry) watchers.unwatch(entry)
    }),
    open: event(clientMessages.open, 'join', async (session, input, answer) => {
      const place = await joining.join(session, input, answer)
      session.places.set(place.room.number, place)
    }),
    leave: event(clientMessages.leave, 'event', (session, { room }) => {
      const place = session.places.get(room)
      session.places.delete(room)
      if (place) left(place)
    }),
    push: event(
      clientMessages.push,
      'update',
      (session, message) => {
        const place = placeOf(session, message.room)
        if (place) place.room.push(place.member, message)
        else session.send(frameOf('refused', { room: message.room, counter: message.counter, code: 'not-open' }))
      },
      (session, { room, counter }, retryAfterMs) =>
        session.send(frameOf('refused', { room, counter, code: 'limited', retryAfterMs })),
    ),
    cursor: event(clientMessages.cursor, 'cursor', (session, message) => {
      const place = placeOf(session, message.room)
      if (place) place.room.cursor(place.member, message)
    }),
  }
  return new Map(Object.entries(events))
}

/** A room is reached only through a place in it, which an opening gave (SEC-050). */
function placeOf(session: Session, room: number): Place | null {
  const place = session.places.get(room)
  return place?.room.members.has(place.member) ? place : null
}

const clientOf = (session: Session): WatchClient => ({
  actor: () => session.actor,
  result: (message) => session.send(frameOf('result', message)),
  patch: (message) => session.send(frameOf('patch', message)),
  gone(watch) {
    session.watches.delete(watch)
    session.send(frameOf('revoked', { scope: 'watch', watch }))
  },
})
