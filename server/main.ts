import { tellLibraries } from './config.ts'

tellLibraries()
const { start } = await import('./start.ts')
await start()
