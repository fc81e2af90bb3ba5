import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCanaryWatch } from './canaries.ts'
import { filesSuite } from './files.suite.ts'
import { pagesSuite } from './pages.suite.ts'
import { paritySuite } from './parity.suite.ts'
import { postsSuite } from './posts.suite.ts'
import { socketsSuite } from './sockets.suite.ts'
import { aStage, type Stage } from './stage.ts'

let stage: Stage
const stageNow = () => stage
beforeAll(async () => {
  stage = await aStage()
  stage.server.rehearse(true)
}, 120_000)
afterAll(() => stage.server.close())

const canaries = aCanaryWatch(stageNow)
pagesSuite(stageNow, canaries)
postsSuite(stageNow, canaries)
paritySuite(stageNow)
filesSuite()
socketsSuite(stageNow, canaries)

test('[SEC-012] every word was where somebody may read it', () => {
  expect(canaries.unseen()).toEqual([])
})
