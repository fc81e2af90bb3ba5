import { startPeer } from './peer.ts'

await startPeer(Number(process.argv[2]))
process.send?.('ready')
