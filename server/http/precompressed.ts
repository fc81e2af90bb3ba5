import { existsSync, readdirSync } from 'node:fs'
import { extname } from 'node:path'
import type { RequestHandler } from 'express'

export const forEver = 'public, max-age=31536000, immutable'

const encodings = { br: '.br', gzip: '.gz' } as const
const smallestFirst = ['br', 'gzip'] as const

/** Serves the small copies that the build put beside the assets in `folder`, where there is one that the browser reads. */
export function createPrecompressed(folder: string): RequestHandler {
  const copies = new Set(existsSync(folder) ? readdirSync(folder).filter((name) => /\.(br|gz)$/.test(name)) : [])
  return (request, response, next) => {
    const name = request.path.slice(1)
    if (!copies.has(name + encodings.br)) return next()
    // Asked one at a time: browsers name gzip first, but read the smaller one as well.
    const encoding = smallestFirst.find(
      (each) => request.acceptsEncodings(each) === each && copies.has(name + encodings[each]),
    )
    if (!encoding) return next()
    response.setHeader('Vary', 'Accept-Encoding')
    response.setHeader('Content-Encoding', encoding)
    response.setHeader('Cache-Control', forEver)
    response.type(extname(name))
    const file = { root: folder, cacheControl: false, etag: false, lastModified: false, acceptRanges: false }
    response.sendFile(name + encodings[encoding], file, (error) => error && next(error))
  }
}
