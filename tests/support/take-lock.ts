// A process of its own for the tests of the lock: tries to take it, says how that went, and stays until it is ended.
import { acquireLock } from '#server/store/embedded/lock.ts'

const [path = ''] = process.argv.slice(2)
process.stdin.resume()
try {
  acquireLock(path)
  process.stdout.write('won\n')
} catch {
  process.stdout.write('refused\n')
}
