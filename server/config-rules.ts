type Settings = {
  HOST: string
  origin: URL | null
  TRUST_PROXY?: string | undefined
  DATABASE_URL?: string | undefined
  REDIS_URL?: string | undefined
  AUDIT_KEY?: readonly string[] | undefined
}

/** Passwords that stand in manuals and examples, so that they are the first anybody tries. */
const examplePasswords = new Set(
  'postgres password passwd admin root changeme change-me secret example test plenary redis 1234 12345 123456'.split(
    ' ',
  ),
)

const isLoopback = (host: string) => /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(host)

/** What makes a start unsafe, as sentences that say what to set. None: the start is safe. */
export function problemsOf(settings: Settings): string[] {
  const { origin, HOST } = settings
  if (!origin) return isLoopback(HOST) ? [] : [cleartext(`HOST=${HOST} lets other machines in`)]
  if (origin.href !== `${origin.origin}/`) {
    return [`ORIGIN is only the scheme, the host and the port. Set ORIGIN=${origin.origin}.`]
  }
  if (origin.protocol === 'http:') {
    if (!isLoopback(origin.hostname)) return [cleartext(`ORIGIN=${origin.origin} is not https`)]
    return isLoopback(HOST) ? [] : [cleartext(`ORIGIN=${origin.origin} is not https and HOST=${HOST} lets others in`)]
  }
  return [
    ...(isLoopback(HOST) || settings.TRUST_PROXY
      ? []
      : [
          `HOST=${HOST} is open to other machines, and Plenary itself speaks no https. Set HOST=127.0.0.1 where the ` +
            'reverse proxy runs on this machine; otherwise set TRUST_PROXY to the address of the proxy.',
        ]),
    ...examplePassword('DATABASE_URL', settings.DATABASE_URL),
    ...examplePassword('REDIS_URL', settings.REDIS_URL),
    ...(settings.REDIS_URL && !settings.AUDIT_KEY
      ? [
          'Several processes seal one audit trail, so they need one key. Set AUDIT_KEY to at least 32 random ' +
            'characters, the same for all of them, and keep it where the database’s backups are not.',
        ]
      : []),
  ]
}

const cleartext = (reason: string) =>
  `${reason}, and sign-ins would travel unencrypted. Put a reverse proxy with https in front and set ORIGIN to its ` +
  'https address, or leave HOST and ORIGIN unset to try Plenary on this machine alone.'

function examplePassword(name: string, url: string | undefined): string[] {
  const password = url ? new URL(url).password.toLowerCase() : ''
  if (!examplePasswords.has(password)) return []
  return [`The password in ${name} is one that stands in manuals. Choose a long random one and set it in ${name}.`]
}
