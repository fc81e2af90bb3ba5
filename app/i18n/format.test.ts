import { expect, test } from 'vitest'
import { latinDigits } from './digits.ts'
import { createFormat } from './format.ts'
import { wallText } from './zone-clock.ts'

const doha = { timeZone: 'Asia/Qatar', place: 'Port Marrow' }
const at = '2026-10-21T08:20:00Z'
const [en, fr, ar] = [createFormat('en'), createFormat('fr'), createFormat('ar')]

test('a date is never ambiguous and names the zone’s place', () => {
  expect(en.dateTime(at, doha)).toBe('21 October 2026, 11:20 (Port Marrow)')
  expect(fr.dateTime(at, doha)).toBe('21 octobre 2026, 11:20 (Port Marrow)')
  expect(ar.dateTime(at, { ...doha, place: 'بورت مارو' })).toBe('21 أكتوبر 2026، 11:20 (بورت مارو)')
  expect(en.weekday(at, doha.timeZone)).toBe('Wed 21 October')
  expect(ar.weekday(at, doha.timeZone)).toBe('الأربعاء 21 أكتوبر')
  expect(en.timeWithSeconds('2026-10-21T08:19:52Z', doha.timeZone)).toBe('11:19:52')
  expect(en.timeRange(at, '2026-10-21T09:00:00Z', doha.timeZone)).toBe('11:20–12:00')
})

test('the first of a month is “1er” in French', () => {
  expect(fr.calendarDate('2026-11-01')).toBe('1er novembre 2026')
  expect(en.calendarDate('2026-11-01')).toBe('1 November 2026')
})

test('a range of days says once what its days have in common', () => {
  expect(en.dayRange('2026-11-21', '2026-11-22')).toBe('21–22 November 2026')
  expect(en.dayRange('2026-10-30', '2026-11-02')).toBe('30 October – 2 November 2026')
  expect(en.dayRange('2026-12-31', '2027-01-02')).toBe('31 December 2026 – 2 January 2027')
  expect(en.dayRange('2026-11-21', '2026-11-21')).toBe('21 November 2026')
  expect(fr.dayRange('2026-11-01', '2026-11-02')).toBe('1er–2 novembre 2026')
  expect(createFormat('ar', 'arab').dayRange('2026-10-20', '2026-10-21')).toBe('٢٠–٢١ أكتوبر ٢٠٢٦')
})

test('today is a time, another day is a day and a time', () => {
  expect(en.timeOrDay('2026-10-21T05:45:00Z', at, doha.timeZone)).toBe('08:45')
  expect(en.timeOrDay('2026-10-20T14:22:00Z', at, doha.timeZone)).toBe('20 Oct, 17:22')
  expect(en.timeOrDay('2027-10-20T14:22:00Z', at, doha.timeZone)).toBe('20 Oct 2027, 17:22')
})

test('[EC-108] Arabic shows Latin digits and the Gregorian calendar unless the reader chooses its own digits', () => {
  expect(ar.number(1640)).toMatch(/^1.640$/)
  expect(ar.time(at, doha.timeZone)).toBe('11:20')
  const own = createFormat('ar', 'arab')
  expect(own.time(at, doha.timeZone)).toBe('١١:٢٠')
  expect(own.date(at, doha.timeZone)).toBe('٢١ أكتوبر ٢٠٢٦')
  expect(createFormat('en', 'arab').number(12)).toBe('12')
})

test('[EC-108] what a field stores stays Gregorian and Latin whatever the device shows', () => {
  expect(wallText(at, doha.timeZone)).toBe('2026-10-21T11:20')
  expect(latinDigits('٢٠٢٦-١٠-۲۱')).toBe('2026-10-21')
})

test('[EC-109] midnight is 00:00 of the new day, a leap day is itself, and the year follows the zone', () => {
  expect(en.time('2026-10-20T21:00:00Z', doha.timeZone)).toBe('00:00')
  expect(wallText('2028-02-28T21:00:00Z', doha.timeZone)).toBe('2028-02-29T00:00')
  expect(en.calendarDate('2028-02-29')).toBe('29 February 2028')
  expect(en.date('2026-12-31T12:30:00Z', 'Pacific/Auckland')).toBe('1 January 2027')
  expect(en.date('2026-12-31T12:30:00Z', doha.timeZone)).toBe('31 December 2026')
})

test('relative times are said only under one hour', () => {
  expect(en.relative('2026-10-21T09:00:00Z', at)).toBe('in 40 minutes')
  expect(en.relative('2026-10-21T08:15:00Z', at)).toBe('5 minutes ago')
  expect(en.relative(at, at)).toBe('this minute')
  expect(en.relative('2026-10-21T09:20:00Z', at)).toBeUndefined()
  expect(en.relative('2026-10-21T07:20:00Z', at)).toBeUndefined()
})

test('lists and alphabetical order follow the language', () => {
  expect(en.list(['Chile', 'Norway', 'Qatar'])).toBe('Chile, Norway and Qatar')
  expect(fr.list(['Chili', 'Norvège', 'Qatar'])).toBe('Chili, Norvège et Qatar')
  expect(fr.sorted(['Zembria', 'Élan', 'Estmark', 'CRP.10', 'CRP.9'], (name) => name)).toEqual([
    'CRP.9',
    'CRP.10',
    'Élan',
    'Estmark',
    'Zembria',
  ])
})
