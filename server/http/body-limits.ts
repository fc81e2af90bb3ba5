/** How much one request may carry, by the path of the page it is sent to, and no other beneath it (SEC-087). */
export interface BodyLimit {
  readonly path: string
  readonly bytes: number
  /** Files are only taken where they are expected. */
  readonly files?: true
}

const megabyte = 1024 * 1024

export const formBytes = megabyte

/** Beside the files: their names, the form's fields and what separates them. */
const wrapping = 128 * 1024

/** The places where files come in. Everything else is a form of at most one megabyte. */
export const bodyLimits: readonly BodyLimit[] = [
  { path: '/organiser/import', bytes: 10 * megabyte + wrapping, files: true },
]

const anyForm: BodyLimit = { path: '/', bytes: formBytes }

/** `/x.data` is what the pages' own script posts to instead of `/x`. */
export function limitFor(path: string, limits: readonly BodyLimit[]): BodyLimit {
  const page = path.replace(/\.data$/, '')
  return limits.find((limit) => page === limit.path) ?? anyForm
}

export const inWords = (bytes: number) => `${Math.floor(bytes / megabyte)} MB`
