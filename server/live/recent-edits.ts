export interface RecentEdit {
  readonly accreditationId: string | null
  readonly seq: number
  readonly at: number
}

const most = 2_000

/** The op ids that were stored last, so that a resend after a lost answer is answered without asking the journal. */
export class RecentEdits {
  private readonly edits = new Map<string, RecentEdit>()

  add(opId: string, edit: RecentEdit): void {
    this.edits.set(opId, edit)
    if (this.edits.size <= most) return
    const [oldest] = this.edits.keys()
    if (oldest !== undefined) this.edits.delete(oldest)
  }

  /** Only its own author is told that an edit is stored. */
  find(opId: string, accreditationId: string | undefined): Pick<RecentEdit, 'seq' | 'at'> | null {
    const edit = this.edits.get(opId)
    return edit && edit.accreditationId === accreditationId ? { seq: edit.seq, at: edit.at } : null
  }
}
