import { importPreview } from '#app/features/imports/contract.ts'
import { csvText } from '#app/features/imports/csv-text.ts'
import { columnIn, reasonIn } from '#app/features/imports/problem-words.ts'
import { catalogueOf } from '#app/i18n/catalogues.server.ts'
import { createWords } from '#app/i18n/words.ts'
import { load } from '#app/kernel/remix.server.ts'
import { download } from './download.server.ts'

/** What has to be corrected, as a table to work through in a spreadsheet. */
export const loader = load(async ({ caller, params, context: { locale } }) => {
  const { problems } = await caller.ask(importPreview, { uploadId: params.uploadId ?? '' })
  const words = createWords(locale, catalogueOf(locale))
  const { t } = words
  const header = [t('imports.file'), t('imports.row'), t('imports.column'), t('imports.value'), t('imports.reason')]
  const rows = problems.map((problem) => [
    problem.file,
    problem.row,
    columnIn(words, problem),
    problem.value,
    reasonIn(words, problem),
  ])
  return download('corrections.csv', csvText([header, ...rows], locale === 'fr' ? ';' : ','))
})
