// The books of what comes in and goes out: platform events and messages, each a row until it is done.
import type { Notice, Recipient } from '../domain/notice.ts';

/** One platform event. `body` is what the desk needs to work on it after a restart; it is dropped when the event is done. */
export interface InboxRow {
  /** The platform's own key, prefixed with the platform: `feishu:om_…`. */
  readonly key: string;
  /** Events of one chat are worked on in order. */
  readonly chat: string;
  readonly body: unknown;
  readonly receivedAt: Date;
  readonly state: 'waiting' | 'done' | 'failed';
  readonly tries: number;
}

export interface InboxBook {
  /** Stores the event; false if its key is there already. */
  take(row: { readonly key: string; readonly chat: string; readonly body: unknown; readonly receivedAt: Date }): Promise<boolean>;
  /** Marks it done, in the transaction of the change it caused. False if it was done already: then nothing else may be written. */
  close(key: string): Promise<boolean>;
  /** Counts a failed try; after the third the row is `failed` and stays for people to see. */
  fail(key: string, why: string): Promise<void>;
  /** Waiting rows in order of arrival: what a restart takes up again. */
  waiting(limit: number): Promise<readonly InboxRow[]>;
  get(key: string): Promise<InboxRow | null>;
  /** Drops done rows received before the instant; at least 12 h must be kept. */
  sweep(before: Date): Promise<number>;
  counts(): Promise<Readonly<Record<InboxRow['state'], number>>>;
}

/** A message to be sent: a row, hence also the proof that it was. */
export interface OutboxRow {
  /** Given by its writer, and unique: the same notice written twice is one. Its hash is the platform's `uuid`. */
  readonly key: string;
  readonly to: Recipient;
  readonly notice: Notice;
  /** Reply to this platform message, if any. */
  readonly replyTo: string | null;
  readonly notBefore: Date;
  readonly state: 'waiting' | 'sent' | 'parked';
  readonly tries: number;
  /** Why the last try failed, or why it is parked; a closed word and the platform's code. */
  readonly trouble: string | null;
  /** The platform's message id once sent. */
  readonly message: string | null;
  readonly sentAt: Date | null;
  readonly madeAt: Date;
}

export interface OutboxBook {
  /** False if the key is there already. */
  add(row: {
    readonly key: string;
    readonly to: Recipient;
    readonly notice: Notice;
    readonly replyTo?: string | null;
    readonly notBefore?: Date;
    readonly madeAt: Date;
  }): Promise<boolean>;
  /** Leases up to `limit` due rows to `owner` until the instant; a row whose lease ran out is leased again. Order: notBefore, then insertion. */
  lease(owner: string, now: Date, until: Date, limit: number): Promise<readonly OutboxRow[]>;
  sent(key: string, message: string | null, at: Date): Promise<void>;
  /** Back to the queue for a later try, or parked for people to see. */
  again(key: string, notBefore: Date, trouble: string): Promise<void>;
  park(key: string, trouble: string): Promise<void>;
  /** A parked row is to be tried anew, as if it had never failed. */
  unpark(key: string, notBefore: Date): Promise<void>;
  get(key: string): Promise<OutboxRow | null>;
  byMessage(message: string): Promise<OutboxRow | null>;
  /** Sent cards of one face and subject: the live copies that may be refreshed. */
  copies(face: string, about: string): Promise<readonly OutboxRow[]>;
  counts(): Promise<Readonly<Record<OutboxRow['state'], number>>>;
  parked(): Promise<readonly OutboxRow[]>;
}
