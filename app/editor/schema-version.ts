/**
 * Raise it with every change to what a document may hold: a page loaded before the change may then read and no longer
 * write, because it would delete what it does not know (SEC-075). A test holds the fingerprint of each version.
 */
export const EDITOR_SCHEMA_VERSION = 2
