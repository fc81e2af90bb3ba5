import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { createProxyTrust, limitKey, senderOf } from './proxies.ts'

function from(peer: string, headers: Record<string, string> = {}) {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: peer })
  const request = new IncomingMessage(socket)
  Object.assign(request.headers, headers)
  return request
}
const senderFor = (trust: false | number | string[], peer: string, headers: Record<string, string> = {}) =>
  senderOf(from(peer, headers), createProxyTrust(trust))

const list = (value: string) => ({ 'x-forwarded-for': value })

describe('[SEC-115] where a request comes from', () => {
  test.each<[string, false | number | string[], string, string, string]>([
    ['nobody is trusted', false, '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['the peer is no proxy of ours', ['10.0.0.0/8'], '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['one proxy told us', ['loopback'], '127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['one proxy over IPv6', ['loopback'], '::1', '2001:db8::7', '2001:db8::7'],
    ['an IPv4 proxy that came over IPv6', ['loopback'], '::ffff:127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['the client put something in front', ['loopback'], '127.0.0.1', '1.2.3.4, 198.51.100.1', '198.51.100.1'],
    ['two proxies', ['loopback', '10.0.0.0/8'], '127.0.0.1', '1.2.3.4, 198.51.100.1, 10.1.1.1', '198.51.100.1'],
    ['two proxies by number', 2, '10.9.9.9', '1.2.3.4, 198.51.100.1, 10.1.1.1', '198.51.100.1'],
    ['one proxy by number', 1, '10.9.9.9', '1.2.3.4, 198.51.100.1', '198.51.100.1'],
    [
      'the client pretends to be our proxy',
      ['loopback'],
      '127.0.0.1',
      '1.2.3.4, 127.0.0.1, 198.51.100.1',
      '198.51.100.1',
    ],
    ['the list holds no address', ['loopback'], '127.0.0.1', 'unknown', '127.0.0.1'],
    ['the list is empty', ['loopback'], '127.0.0.1', '', '127.0.0.1'],
    ['the list holds nonsense on the left', ['loopback'], '127.0.0.1', '<script>, 198.51.100.1', '198.51.100.1'],
    ['by address', ['192.0.2.1', '2001:db8::/32'], '2001:db8::1', '198.51.100.1', '198.51.100.1'],
  ])('[SEC-115] %s', (_name, trust, peer, told, address) => {
    expect(senderFor(trust, peer, list(told)).address).toBe(address)
  })

  test('[SEC-115] only a proxy of ours says under which name and scheme we were asked', () => {
    const told = { 'x-forwarded-host': 'Plenary.example', 'x-forwarded-proto': 'https' }
    expect(senderFor(false, '127.0.0.1', told)).toMatchObject({ host: null, scheme: null })
    expect(senderFor(['loopback'], '127.0.0.1', told)).toMatchObject({ host: 'plenary.example', scheme: 'https' })
  })

  test.each([
    ['a process on this machine', '127.0.0.1', {}, true],
    ['a process on this machine over IPv6', '::1', {}, true],
    ['a proxy on this machine', '127.0.0.1', { 'x-forwarded-for': '198.51.100.1' }, false],
    ['a proxy on this machine that only says so', '127.0.0.1', { via: '1.1 proxy' }, false],
    ['a proxy on this machine in the standard’s words', '127.0.0.1', { forwarded: 'for=198.51.100.1' }, false],
    ['another machine', '10.0.0.1', {}, false],
  ])('[SEC-116] %s', (_name, peer, headers, isLocal) => {
    for (const trust of [false, ['loopback'], 1] as const) {
      expect(senderOf(from(peer, headers), createProxyTrust(trust)).isLocal).toBe(isLocal)
    }
  })

  test('[SEC-115] a setting that names no address is refused at the start', () => {
    expect(() => createProxyTrust(['example.org'])).toThrow('no address and no network')
  })

  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', ''],
  ])('[SEC-024] limits count %s as %s', (address, key) => {
    expect(limitKey(address)).toBe(key)
  })
})
