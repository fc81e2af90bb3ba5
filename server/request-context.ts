import type { IncomingMessage } from 'node:http'
import type { AppLoadContext } from '@remix-run/node'
import type { Cookies } from '#app/features/identity/cookies.server.ts'
import { deviceName } from '#app/features/identity/device-name.ts'
import type { Logins } from '#app/features/identity/logins.server.ts'
import { networkOf } from '#app/features/identity/throttle.ts'
import { chooseLocale } from '#app/i18n/choose-locale.ts'
import type { Asked } from './http/app.ts'
import { createAnsweredOnce } from './http/sent-twice.ts'
import type { Runtime } from './runtime.ts'

export interface RequestContextParts {
  readonly runtime: Pick<Runtime, 'caller'>
  readonly logins: Pick<Logins, 'authenticate'>
  readonly cookies: Cookies
  readonly report?: (error: unknown, requestId: string) => void
}

/** A page looks at its own clock without being used: that must not keep a login alive (SEC-043). */
const silentPath = /^\/login-clock(\.data)?(\?|$)/

/** Who asks, and what every loader and action gets. */
export function createRequestContext({ runtime, logins, cookies, report = () => {} }: RequestContextParts) {
  const answeredOnce = createAnsweredOnce()
  return async (request: IncomingMessage, asked: Asked): Promise<AppLoadContext> => {
    const { headers } = request
    const isSilent = request.method !== 'POST' && silentPath.test(request.url ?? '')
    const found = await logins.authenticate(headers.cookie, isSilent ? 'silent' : 'activity')
    // A cookie that names no login is left alone: another tab may just have been given a new token, and taking the
    // cookie away with a late answer would sign the person out.
    const locale = chooseLocale({
      setting: found?.actor.locale,
      cookie: cookies.readLocale(headers.cookie),
      accepted: headers['accept-language'],
    })
    return {
      caller: runtime.caller(found?.actor ?? { kind: 'anonymous', locale }, asked.requestId),
      nonce: asked.nonce,
      locale,
      requestId: asked.requestId,
      report: (error) => report(error, asked.requestId),
      answeredOnce,
      cookies,
      browser: {
        network: networkOf(asked.address),
        device: deviceName(headers['user-agent']),
        deviceToken: cookies.readDevice(headers.cookie),
      },
      look: cookies.readLook(headers.cookie),
      isSharedComputer: found?.isShared ?? false,
      loginEndsAt: found?.endsAt.toISOString() ?? null,
    }
  }
}
