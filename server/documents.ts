export { documents } from './live/documents.ts'
