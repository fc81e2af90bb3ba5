import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import express from 'express'
import type { Pages } from '#server/http/pages.ts'

export interface FakePages extends Pages {
  /** What ran, in order: `loader secret`, `action secret`. */
  readonly ran: string[]
}

type Run = (args: LoaderFunctionArgs | ActionFunctionArgs) => Promise<Response> | Response | object

/**
 * A real Remix with a few routes written by hand: `/secret` (a page), `/secret/child`, `/resource` (no page), `/import`
 * (takes files), `/elsewhere` (redirects), `/broken` (throws), `/kept` (asks to be cached) and `/words/:name`.
 */
export function createFakePages({ files = express.Router() }: { files?: Pages['files'] } = {}): FakePages {
  const ran: string[] = []
  const noted = (what: string, run: Run) => (args: LoaderFunctionArgs | ActionFunctionArgs) => {
    ran.push(what)
    return run(args)
  }
  const page = (id: string, path: string, parentId = 'root', loader: Run = () => ({ id })) => ({
    id,
    parentId,
    path,
    module: { default: () => null, loader: noted(`loader ${id}`, loader), action: noted(`action ${id}`, readForm) },
  })
  const resource = (id: string, path: string, answer: Run) => ({
    id,
    parentId: 'root',
    path,
    module: { default: undefined, loader: noted(`loader ${id}`, answer), action: noted(`action ${id}`, readForm) },
  })
  const routes: ServerBuild['routes'] = {
    root: { id: 'root', path: '', module: { default: () => null, loader: noted('loader root', () => ({})) } },
    secret: page('secret', 'secret'),
    'secret.child': page('secret.child', 'child', 'secret'),
    import: page('import', 'conferences/import'),
    resource: resource('resource', 'resource', ({ request }) => Response.json({ origin: new URL(request.url).origin })),
    elsewhere: resource(
      'elsewhere',
      'elsewhere',
      () => new Response(null, { status: 302, headers: { Location: '/secret' } }),
    ),
    kept: resource('kept', 'kept', keptForEver),
    words: resource('words', 'words/:name', keptForEver),
    broken: resource('broken', 'broken', () => {
      throw new TypeError('a bug')
    }),
  }
  return { ran, files, mode: 'production', close: async () => {}, build: buildOf(routes) }
}

async function readForm({ request }: ActionFunctionArgs | LoaderFunctionArgs) {
  const form = await request.formData()
  return Response.json({ fields: [...form.keys()] })
}

const keptForEver = () =>
  new Response('{}', { headers: { 'Cache-Control': 'public, max-age=60', ETag: '"x"', 'Last-Modified': 'yesterday' } })

function buildOf(routes: ServerBuild['routes']): ServerBuild {
  return {
    mode: 'production',
    entry: {
      module: {
        default: (_request, status, headers, context, { nonce }) => {
          headers.set('Content-Type', 'text/html')
          const data = JSON.stringify(context.staticHandlerContext.loaderData)
          return new Response(`<!doctype html><script nonce="${nonce}">${data}</script>`, { status, headers })
        },
        handleError: () => {},
      },
    },
    routes,
    assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '1' },
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_lazyRouteDiscovery: false,
      v3_singleFetch: true,
    },
    isSpaMode: false,
  }
}
