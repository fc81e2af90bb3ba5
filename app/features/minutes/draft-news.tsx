import type { meetingRecord } from '#app/features/agenda/contract.ts'
import type { OutputOf } from '#app/kernel/contract.ts'
import { useReload } from '#app/live/use-reload.ts'

interface DraftNewsProps {
  readonly meetingId: string
  readonly happened: OutputOf<typeof meetingRecord>
}

/** A draft hears of what happens in its meeting while it is open: its masthead and its missing lines are made anew. */
export function DraftNews({ meetingId, happened }: DraftNewsProps) {
  useReload<typeof meetingRecord>('agenda.meetingRecord', { meetingId }, happened)
  return null
}
