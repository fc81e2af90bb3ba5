import { afterAll, beforeAll } from 'vitest'
import { answersSuite } from './answers.suite.ts'
import { callersSuite } from './callers.suite.ts'
import { columnsSuite } from './columns.suite.ts'
import { inventorySuite } from './inventory.suite.ts'
import { rowSecuritySuite } from './row-security.suite.ts'
import { aStage, type Stage } from './stage.ts'
import { twoIdsSuite } from './two-ids.suite.ts'

let stage: Stage
const stageNow = () => stage
beforeAll(async () => {
  stage = await aStage()
  stage.server.rehearse(true)
}, 120_000)
afterAll(() => stage.server.close())

inventorySuite(stageNow)
columnsSuite(stageNow)
callersSuite(stageNow)
answersSuite(stageNow)
twoIdsSuite(stageNow)
rowSecuritySuite(stageNow)
