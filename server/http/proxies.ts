import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

/** Whether the machine `hop` steps in front of us, at `address`, is one of our proxies. */
export type ProxyTrust = (address: string, hop: number) => boolean

/** From `config.trustProxy`: nobody, so many proxies, or these addresses, networks and `loopback`. */
export function createProxyTrust(setting: false | number | readonly string[]): ProxyTrust {
  if (setting === false) return () => false
  if (typeof setting === 'number') return (_address, hop) => hop < setting
  const list = new BlockList()
  for (const entry of setting.flatMap((each) => (each === 'loopback' ? ['127.0.0.0/8', '::1'] : [each])))
    add(list, entry)
  return (address) => {
    const plain = plainAddress(address)
    return isIP(plain) !== 0 && list.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4')
  }
}

function add(list: BlockList, entry: string) {
  const [address = '', bits] = entry.split('/')
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  if (isIP(address) === 0) throw new Error(`TRUST_PROXY names ${entry}, which is no address and no network.`)
  if (bits === undefined) list.addAddress(address, family)
  else list.addSubnet(address, Number(bits), family)
}

/** Where a request comes from, as told by proxies of ours and by nobody else (SEC-115). */
export interface Sender {
  /** The machine in front of the first proxy of ours. */
  readonly address: string
  /** Straight from a process on this machine, through no proxy at all. */
  readonly isLocal: boolean
  /** What the proxy says; null without a proxy of ours. */
  readonly scheme: string | null
  readonly host: string | null
}

export function senderOf({ socket, headers }: IncomingMessage, trusts: ProxyTrust): Sender {
  const peer = plainAddress(socket.remoteAddress ?? '')
  const isForwarded = headers.forwarded !== undefined || forwardingHeaders.some((name) => headers[name] !== undefined)
  if (!trusts(peer, 0)) {
    return { address: peer, isLocal: isLoopback(peer) && !isForwarded, scheme: null, host: null }
  }
  return {
    address: clientBehind(peer, headers['x-forwarded-for'], trusts),
    isLocal: isLoopback(peer) && !isForwarded,
    scheme: first(headers['x-forwarded-proto']),
    host: first(headers['x-forwarded-host']),
  }
}

const forwardingHeaders = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via']

/** The list grows to the right, so it is read from there, for as long as each teller is a proxy of ours. */
function clientBehind(peer: string, list: string | string[] | undefined, trusts: ProxyTrust): string {
  let client = peer
  const told = String(list ?? '').split(',')
  for (let hop = 0; trusts(client, hop); hop++) {
    const next = plainAddress(told.pop()?.trim() ?? '')
    if (isIP(next) === 0) break
    client = next
  }
  return client
}

const first = (header: string | string[] | undefined) =>
  String(header ?? '')
    .split(',')[0]
    ?.trim()
    .toLowerCase() || null

/** An IPv4 address that came in over IPv6 is written as IPv4. */
const plainAddress = (address: string) => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')

const isLoopback = (address: string) => address === '::1' || address.startsWith('127.')

/** What limits are counted by: an IPv4 address, or the /64 that one IPv6 customer has to itself. */
export function limitKey(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const [before, after] = [groups(head), groups(tail ?? '')]
  const middle =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  const network = [...before, ...middle, ...after].slice(0, 4)
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}

const groups = (part: string) => (part === '' ? [] : part.split(':'))
