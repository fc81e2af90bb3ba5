export interface Site {
  /** People come over https, through a proxy of ours. */
  readonly isSecure: boolean
  /** The origin that a page of ours has when it was asked for under this Host, or null: that Host is not ours. */
  originFor(host: string): string | null
}

const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/

/** With no origin set this machine's own names are ours, on whatever port; nobody else reaches a loopback socket. */
export function createSite(origin: string | null): Site {
  if (origin === null) {
    return { isSecure: false, originFor: (host) => (loopbackHost.test(host) ? `http://${host}` : null) }
  }
  const ours = new URL(origin)
  return {
    isSecure: ours.protocol === 'https:',
    originFor: (host) => (host === ours.host ? ours.origin : null),
  }
}

export const isLoopbackHost = (host: string) => loopbackHost.test(host)
