import { encodingFor, wordsFileNamed } from '#app/i18n/words-files.server.ts'
import { missing } from '#app/kernel/errors.ts'
import { must } from '#app/kernel/must.ts'
import { load } from '#app/kernel/remix.server.ts'

/** The words of one language. The name changes when a word does, so a browser may keep the file for ever. */
export const loader = load(async ({ params, request }) => {
  const file = wordsFileNamed(must(params.file))
  if (!file) throw missing()
  const encoding = encodingFor(request.headers.get('Accept-Encoding'))
  return new Response(await file.bytes(encoding), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
      ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    },
  })
})
