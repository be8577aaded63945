// The people of the office: the inspector list of Art. 7 and 8, and everyone else who has a role.
import type { Day } from './day.ts';

/** The office's own code (`P007`): public, unlike a certificate number. Matches `[0-9A-Za-z._-]{1,64}`. */
export type PersonId = string;

/** The id of a category of `config/office.yaml`: `lawfirm`, `notary`, `grassroots`, … (Art. 4: categories are data). */
export type Category = string;

/** The roles, each with its rights in `may.ts`. */
export const ROLES = ['admin', 'operator', 'head', 'inspector', 'witness', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** `active` can be drawn; `away` is on leave; `left` has gone, and stays in the list because old draws name him. */
export type PersonStatus = 'active' | 'away' | 'left';

/** Whether the enforcement certificate is held: only `held` can be drawn (Art. 7). */
export type CertificateState = 'held' | 'pending' | 'none';

/** The messengers we have doors to. */
export type Platform = 'feishu' | 'dingtalk';

/** One person of the office. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly unit: string;
  readonly sex: 'male' | 'female';
  readonly certificate: string | null;
  readonly post: string | null;
  readonly certificateState: CertificateState;
  readonly certificateUntil: Day | null;
  /** Categories this person is qualified to inspect. */
  readonly categories: readonly Category[];
  readonly mayLead: boolean;
  /** Most visits in one draw; null: no limit of his own. */
  readonly cap: number | null;
  readonly status: PersonStatus;
  readonly roles: readonly Role[];
  readonly mobile: string | null;
  /** Chat accounts (`ou_…`), null until bound. */
  readonly feishu: string | null;
  readonly dingtalk: string | null;
}

/** A person of whom nothing is known: what is not said of somebody is this. */
export const BLANK_PERSON: Person = {
  id: '',
  name: '',
  unit: '',
  sex: 'male',
  certificate: null,
  post: null,
  certificateState: 'none',
  certificateUntil: null,
  categories: [],
  mayLead: false,
  cap: null,
  status: 'active',
  roles: [],
  mobile: null,
  feishu: null,
  dingtalk: null,
};
