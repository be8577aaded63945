// The ledger (工作记录, Art. 18): what was done, by whom, about what; chained by hashes, never edited.
import type { PersonId } from './person.ts';
import type { Digest } from './record.ts';

/** Every kind of entry there is. A new verb adds its word here. */
export const LEDGER_WORDS = [
  'office-opened',
  'roster-imported',
  'roster-changed',
  'account-bound',
  'account-unbound',
  'code-issued',
  'group-chosen',
  'task-made',
  'task-approved',
  'task-refused',
  'draw-locked',
  'draw-contributed',
  'draw-closed',
  'dice-typed',
  'lottery-typed',
  'beacon-taken',
  'draw-settled',
  'draw-confirmed',
  'draw-disputed',
  'draw-void-asked',
  'draw-void-declined',
  'draw-void-withdrawn',
  'draw-voided',
  'void-outcome-published',
  'assignment-accepted',
  'conflict-declared',
  'change-asked',
  'change-ruled-above',
  'change-approved',
  'change-refused',
  'draw-changed',
  'visits-approved',
  'notice-served',
  'visit-started',
  'findings-saved',
  'evidence-kept',
  'findings-submitted',
  'findings-cosigned',
  'findings-returned',
  'inspection-reviewed',
  'publication-proposed',
  'publication-approved',
  'publication-placed',
  'site-placed',
  'rectification-reported',
  'followed-up',
  'measure-proposed',
  'measure-approved',
  'measure-refused',
  'measure-taken',
  'journal-written',
  'reminded',
  'checkpoint-key-set',
  'restored',
] as const;
export type LedgerWord = (typeof LEDGER_WORDS)[number];

/** What a flow writes. `facts` holds nothing personal beyond ids, and no form's text: texts are in the books, their hash here. */
export interface LedgerNote {
  readonly what: LedgerWord;
  readonly by: PersonId | 'system';
  readonly about: string;
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}

/** As it stands in the ledger: `hash = H(J({seq, prev, payload}))`. */
export interface LedgerEntry {
  readonly seq: number;
  readonly at: Date;
  readonly payload: LedgerNote & { readonly at: string };
  readonly prev: Digest;
  readonly hash: Digest;
}
