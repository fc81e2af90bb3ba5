import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '#tests/support/eventually.ts'
import { connect, openPaper } from '#tests/support/live-client.ts'
import { aLiveDesk, type LiveDesk } from '#tests/support/live-desk.ts'

let desk: LiveDesk
beforeAll(async () => {
  desk = await aLiveDesk()
})
afterAll(() => desk.close())

test.each([['websocket'], ['polling']] as const)(
  '[LE-1] two people of one delegation write together over %s',
  async (transport) => {
    const paper = await desk.paper('IKD')
    const norway = await openPaper(await connect(desk, 'IKD.head', { transports: [transport] }), paper)
    const chile = await openPaper(await connect(desk, 'IKD.drafter', { transports: [transport] }), paper)
    const answer = await norway.type('The force shall be light.')
    expect(answer.kind).toBe('saved')
    await eventually(() => expect(chile.text).toContain('The force shall be light.'))
    await chile.type(' And mobile.')
    await eventually(() => expect(norway.text).toContain('light. And mobile.'))
    norway.socket.disconnect()
    chile.socket.disconnect()
  },
)
