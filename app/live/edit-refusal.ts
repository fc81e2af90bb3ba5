import { RETRIED, type RefusedCode } from './messages.ts'

/** After these the server asks for what it has not got: history is missing, or an op id was used for something else. */
type AskedFor = 'gap' | 'op-id'
/** After these the same push is made again, or the room opened again and then the push made. */
type Repeated = 'busy' | 'limited' | 'not-saved' | 'not-open' | 'reopen' | 'unconfirmed'

/** Why an edit can never be accepted. `gone`: the document is out of this person's reach; `gap`: we gave up on it. */
export type EditRefusal = Exclude<RefusedCode, AskedFor | Repeated> | 'gap' | 'gone'

export const isAskedFor = (code: RefusedCode): code is AskedFor => code === 'gap' || code === 'op-id'
export const isRepeated = (code: RefusedCode): code is Repeated => RETRIED.includes(code) && !isAskedFor(code)
