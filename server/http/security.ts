import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { forEver } from './precompressed.ts'
import { type Seen, seenOf } from './seen.ts'

/** The makers of trusted HTML in the browser: the editor's clipboard, and ours. Nothing else may make any. */
export const trustedTypes: readonly string[] = ['ProseMirrorClipboard', 'plenary']

export const contentPolicyReports = '/reports/content-policy'

export interface SecurityParts {
  readonly isSecure: boolean
  readonly isDevelopment: boolean
}

// Everything a page of ours never needs; what is not named here is harmless or unknown to browsers.
const denied =
  'accelerometer autoplay camera clipboard-read display-capture encrypted-media geolocation gyroscope hid idle-detection local-fonts magnetometer microphone midi payment picture-in-picture publickey-credentials-get screen-wake-lock serial storage-access usb window-management xr-spatial-tracking'
const permissions = [
  ...denied.split(' ').map((each) => `${each}=()`),
  'clipboard-write=(self)',
  'fullscreen=(self)',
].join(', ')

/** The headers of every answer, whatever it says (SEC-079, SEC-082, SEC-083, SEC-026). */
export function createSecurityHeaders(parts: SecurityParts): RequestHandler[] {
  const common = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: parts.isSecure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    // `no-referrer` would make plain forms say `Origin: null`, and they would be refused.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
  const own: RequestHandler = (request, response, next) => {
    const seen = seenOf(request)
    response.setHeader('Content-Security-Policy', contentPolicy(seen, parts))
    response.setHeader('Reporting-Endpoints', `csp="${contentPolicyReports}"`)
    response.setHeader('Permissions-Policy', permissions)
    response.setHeader('X-Robots-Tag', 'noindex, nofollow')
    response.setHeader('X-Request-Id', seen.requestId)
    response.setHeader('Vary', 'Cookie')
    response.setHeader('Cache-Control', 'no-store')
    next()
  }
  return [common, own]
}

/** Only scripts we named with this answer's nonce run, and they may make HTML from text only where `trustedTypes` says. */
export function contentPolicy(
  { nonce, host }: Pick<Seen, 'nonce' | 'host'>,
  { isSecure, isDevelopment }: SecurityParts,
) {
  // A Host that is not ours is refused, but the refusal carries a policy too: nothing of that name may get into it.
  const socket = /^[\w.:[\]-]{1,255}$/.test(host) ? ` ${isSecure ? 'wss' : 'ws'}://${host}` : ''
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    // Vite adds its styles without a nonce, and a nonce would switch 'unsafe-inline' off.
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self'${socket}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypes.join(' ')}${isDevelopment ? " 'allow-duplicates'" : ''}`,
    'report-to csp',
  ].join('; ')
}

/** The words on screen, whose address changes when a word does: the one thing of a page that may be kept. */
const keepable = '/words/'

/**
 * Before Remix, whose answers add to the headers instead of replacing them: whatever a route says, nobody keeps its
 * answer (SEC-026).
 */
export const neverStored: RequestHandler = (request, response, next) => {
  const writeHead: unknown = response.writeHead
  if (typeof writeHead !== 'function') return next()
  const fixed = (...given: unknown[]) => {
    const isKept = request.path.startsWith(keepable) && response.statusCode === 200
    response.setHeader('Cache-Control', isKept ? forEver : 'no-store')
    if (isKept) response.setHeader('Vary', 'Accept-Encoding')
    response.removeHeader('ETag')
    response.removeHeader('Last-Modified')
    return Reflect.apply(writeHead, response, given)
  }
  Object.defineProperty(response, 'writeHead', { value: fixed, configurable: true, writable: true })
  next()
}
