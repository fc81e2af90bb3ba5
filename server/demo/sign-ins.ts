import { demoPassphrase, demoSignIns } from '#app/features/demo/sign-ins.ts'
import type { SignIn } from '#server/demonstration.ts'

/** Those that the start message names. */
export const signIns: readonly SignIn[] = demoSignIns().map(({ who, email }) => ({
  who,
  email,
  password: demoPassphrase,
}))
