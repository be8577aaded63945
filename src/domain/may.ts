// Who may do what: the one table, by verb (product, "In the chat"). Whether it is his own request is asked separately.
import type { Person, PersonId, Role } from './person.ts';
import { fail } from './result.ts';

const EVERYONE: readonly Role[] = ['admin', 'operator', 'head', 'inspector', 'witness', 'auditor'];

/** Every verb, and the roles that may do it. An administrator binds and configures; he decides no case. */
const TABLE = {
  'make-task': ['operator'],
  'approve-task': ['head'],
  'forecast-draw': ['operator', 'head'],
  'lock-draw': ['operator'],
  contribute: ['witness'],
  'type-beacon': ['witness'],
  'paste-beacon': ['operator', 'head', 'witness'],
  'settle-draw': ['operator'],
  'confirm-draw': ['witness'],
  'ask-void': ['operator'],
  'approve-void': ['head', 'witness'],
  'decline-void': ['head', 'witness'],
  'withdraw-void': ['operator'],
  'accept-assignment': ['inspector'],
  'declare-conflict': ['inspector'],
  'ask-change': ['operator', 'head'],
  'decide-change': ['head'],
  'record-above': ['operator'],
  'confirm-above': ['operator', 'head', 'witness'],
  'approve-visits': ['head'],
  'serve-notice': ['operator', 'inspector'],
  'start-visit': ['inspector'],
  'save-findings': ['inspector'],
  'submit-findings': ['inspector'],
  'cosign-findings': ['inspector'],
  'review-inspection': ['head'],
  'propose-publication': ['operator'],
  'approve-publication': ['head'],
  'place-publication': ['operator'],
  'report-rectification': ['operator', 'inspector'],
  'record-follow-up': ['inspector'],
  'propose-measure': ['operator', 'inspector', 'head'],
  'approve-measure': ['head'],
  'take-measure': ['operator', 'inspector'],
  'write-journal': ['operator', 'inspector', 'head'],
  'keep-lists': ['operator'],
  'import-people': ['operator', 'admin'],
  'bind-people': ['admin'],
  'change-roles': ['admin'],
  'choose-group': ['admin'],
  'change-settings': ['admin'],
  'see-lists': ['admin', 'operator', 'head', 'auditor'],
  'see-inspections': ['operator', 'head', 'auditor'],
  'see-own-work': EVERYONE,
  'see-draw': EVERYONE,
  'see-results': EVERYONE,
  'see-statistics': EVERYONE,
  'see-everything': ['head', 'auditor'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

/** Something that only some may do. */
export type Verb = keyof typeof TABLE;

/** All verbs, in the order of the table. */
export const VERBS: readonly Verb[] = Object.keys(TABLE) as Verb[];

/** The refusal for somebody without the role. */
export interface NotAllowed {
  readonly kind: 'not-allowed';
  readonly verb: Verb;
  readonly needs: readonly Role[];
}

/** The roles that may do it. */
export function rolesFor(verb: Verb): readonly Role[] {
  return TABLE[verb];
}

/** True if one of this person's roles may do it; who has left may do nothing. */
export function may(person: Person, verb: Verb): boolean {
  return person.status !== 'left' && rolesFor(verb).some((role) => person.roles.includes(role));
}

/** Everything this person may do: what help and buttons offer. */
export function verbsOf(person: Person): readonly Verb[] {
  return VERBS.filter((verb) => may(person, verb));
}

/** True if the request is this person's own: nobody approves his own. */
export function isOwn(by: Person, maker: PersonId): boolean {
  return by.id === maker;
}

/** The refusal as an answer. */
export function notAllowed(verb: Verb): { readonly ok: false; readonly problem: NotAllowed } {
  return fail({ kind: 'not-allowed', verb, needs: rolesFor(verb) });
}
