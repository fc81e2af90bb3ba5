import { expect, test } from 'vitest'
import { type InOrder, protocolOrder } from './protocol-order.ts'

const d = (code: string, en: string, fr = en, kind: InOrder['kind'] = 'STATE'): InOrder => ({
  id: code,
  code,
  kind,
  names: { en, fr },
  sortKeys: {},
})
const adrania = d('ADR', 'Adrania', 'Adranie')
const saltings = d('SLT', 'The Saltings', 'Les Salines')
const lorvaine = d('LRV', 'Lorvaine')
const east = d('ETH', 'East Tharsia', 'Tharsie orientale')
const concord = d('RCO', 'Concord Organisation', 'Organisation de concorde', 'OBSERVER')
const everybody = [concord, saltings, lorvaine, adrania, east]
const codes = (list: InOrder[]) => list.map(({ code }) => code)

test('[CF-3] delegations sit in alphabetical order, articles ignored, observers after the states', () => {
  expect(codes(protocolOrder(everybody, 'en', null))).toEqual(['ADR', 'ETH', 'LRV', 'SLT', 'RCO'])
})

test('[CF-3] the order begins with the state drawn by lot and goes round', () => {
  expect(codes(protocolOrder(everybody, 'en', 'LRV'))).toEqual(['LRV', 'SLT', 'ADR', 'ETH', 'RCO'])
})

test('[CF-3] a letter drawn by lot begins with the first state at or after it', () => {
  expect(codes(protocolOrder(everybody, 'en', 'F'))).toEqual(['LRV', 'SLT', 'ADR', 'ETH', 'RCO'])
  expect(codes(protocolOrder(everybody, 'en', 'Z'))).toEqual(['ADR', 'ETH', 'LRV', 'SLT', 'RCO'])
})

test('[EC-11] French sorts by the French names, its article ignored', () => {
  expect(codes(protocolOrder(everybody, 'fr', null))).toEqual(['ADR', 'LRV', 'SLT', 'ETH', 'RCO'])
})
