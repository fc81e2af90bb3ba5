export type TextFile = { path: string; text: string }

/** Numbers that other lists own: security requirements, reliability scenarios and edge cases. */
const ownedElsewhere = new Set(['SEC', 'REL', 'EC'])

/** The rules a README declares, one line each: `- **AG-1** An item with open sub-items cannot close.` */
function declaredIn({ text }: TextFile): string[] {
  return [...text.matchAll(/^\s*- \*\*([A-Z]{2,5}-\d+)\*\*/gm)].flatMap(([, id]) => id ?? [])
}

/** The numbers a test's name begins with: `test('[AG-1] …')`, also several of them and in a table of tests. */
function namedIn({ text }: TextFile): string[] {
  return [...text.matchAll(/['"`]((?:\[[A-Z]{2,5}-\d+\]\s*)+)/g)].flatMap(([, ids = '']) =>
    [...ids.matchAll(/\[([A-Z]+-\d+)\]/g)].flatMap(([, id]) => id ?? []),
  )
}

/** Sentences: rules without a test, tests of rules nobody declared, numbers declared twice. */
export function unmatchedRules(readmes: TextFile[], tests: TextFile[]): string[] {
  const declared = readmes.flatMap((file) => declaredIn(file).map((id) => ({ id, path: file.path })))
  const named = tests.flatMap((file) => namedIn(file).map((id) => ({ id, path: file.path })))
  const ids = new Set(declared.map(({ id }) => id))
  const shown = new Set(named.map(({ id }) => id))
  const sentences = [
    ...declared
      .filter(({ id }, index) => declared.findIndex((other) => other.id === id) !== index)
      .map(({ id, path }) => `${path} declares ${id} a second time`),
    ...declared.filter(({ id }) => !shown.has(id)).map(({ id, path }) => `${path}: no test is named [${id}]`),
    ...named
      .filter(({ id }) => !ids.has(id) && !ownedElsewhere.has(id.replace(/-\d+$/, '')))
      .map(({ id, path }) => `${path}: no README declares ${id}`),
  ]
  return [...new Set(sentences)]
}
