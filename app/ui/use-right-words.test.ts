import { expect, test } from 'vitest'
import { areOthers } from './use-right-words.ts'

const path = (kind: string, hash = '0123456789ab') => `/words/${kind}-${hash}.json`

test('another language, or the desk’s words that are missing, need a new document; a new release does not', () => {
  expect(areOthers([path('en-pages')], [path('ar-pages')])).toBe(true)
  expect(areOthers([path('en-pages')], [path('en-pages'), path('en-secretariat')])).toBe(true)
  expect(areOthers([path('en-pages'), path('en-secretariat')], [path('en-pages')])).toBe(false)
  expect(areOthers([path('en-pages')], [path('en-pages', 'fedcba987654')])).toBe(false)
})
