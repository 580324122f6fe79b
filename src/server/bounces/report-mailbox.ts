/** What became of a report in a mailbox: *read* is done with; *not-ours* stays unread for people; *unreadable* too, and somebody has to look at it. */
export type Mark = 'read' | 'not-ours' | 'unreadable';

/** An open mailbox of reports, as far as it is needed. */
export type ReportMailbox = {
  /** Numbers of what was neither read by anybody nor marked by us, the oldest first. */
  unread: () => Promise<number[]>;
  /** The bytes of one, or `null` when it is gone. */
  read: (uid: number) => Promise<Uint8Array | null>;
  mark: (uid: number, as: Mark) => Promise<void>;
  close: () => Promise<void>;
};
