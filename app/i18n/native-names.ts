import type { Locale } from '#app/kernel/actor.ts'

/** Languages in their own form, in the order the United Nations lists them. Never flags. */
export const nativeNames: readonly { readonly locale: Locale; readonly name: string }[] = [
  { locale: 'ar', name: 'عربي' },
  { locale: 'en', name: 'English' },
  { locale: 'fr', name: 'Français' },
]
