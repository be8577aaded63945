// Why the office did not do what was asked: one closed list, each kind with the facts its sentence needs.
import type { AssignmentId } from './assignment.ts';
import type { Day } from './day.ts';
import type { MeasureKind } from './measure.ts';
import type { Lack } from './measure-lack.ts';
import type { Category, PersonId, Role } from './person.ts';
import type { ChangeProblem } from './ssj/change-rules.ts';
import type { SealProblem } from './ssj/lock-rules.ts';
import type { Misfit } from './ssj/standing.ts';
import type { NumberRange } from './task.ts';

/** What a refusal can be about. */
export const THINGS = [
  'task',
  'draw',
  'assignment',
  'change',
  'problem',
  'measure',
  'publication',
  'import',
  'person',
  'institution',
  'matter',
  'document',
  'evidence',
  'group',
] as const;
export type Thing = (typeof THINGS)[number];

/** A refusal. To add one: a line here, a sentence in `words/refusals.ts` (it does not compile without). */
export type Refusal =
  // who
  | { readonly kind: 'not-allowed'; readonly verb: string; readonly needs: readonly Role[] }
  | { readonly kind: 'not-bound' }
  | { readonly kind: 'own-request' }
  | { readonly kind: 'not-your-seat'; readonly assignment: AssignmentId }
  // what was typed or pressed
  | { readonly kind: 'unknown-command'; readonly word: string; readonly nearest: string | null }
  | { readonly kind: 'unknown-option'; readonly name: string }
  | { readonly kind: 'missing-fields'; readonly names: readonly string[] }
  | { readonly kind: 'bad-field'; readonly name: string }
  /** A typed command that lacks something, or of which something is not as it should be: the verb it was, and the number in it. */
  | {
      readonly kind: 'typed-wrong';
      readonly verb: string;
      readonly about: string;
      readonly names: readonly string[];
      readonly isMissing: boolean;
    }
  /** A word of a button, said alone by somebody for whom nothing of the kind waits. */
  | { readonly kind: 'nothing-waits'; readonly word: string }
  | { readonly kind: 'text-too-long'; readonly max: number }
  | { readonly kind: 'stale' }
  | { readonly kind: 'already-done' }
  | { readonly kind: 'not-found'; readonly what: Thing; readonly id: string }
  /** `state` and `needed` are words of the thing's own list of states; `verb` is what was asked, where that is known. */
  | { readonly kind: 'wrong-state'; readonly what: Thing; readonly state: string; readonly needed: string; readonly verb?: string }
  // binding
  | { readonly kind: 'code-wrong'; readonly left: number }
  | { readonly kind: 'code-expired' }
  | { readonly kind: 'too-many-tries'; readonly minutes: number }
  | { readonly kind: 'account-taken'; readonly name: string }
  | { readonly kind: 'already-bound'; readonly name: string }
  | { readonly kind: 'group-unclear' }
  // lists
  | { readonly kind: 'last-admin' }
  | { readonly kind: 'roles-need-admin'; readonly names: readonly string[] }
  | { readonly kind: 'file-not-had'; readonly megabytes: number }
  | { readonly kind: 'file-unreadable' }
  | { readonly kind: 'import-has-problems'; readonly count: number }
  | { readonly kind: 'import-gone' }
  // tasks and draws
  | { readonly kind: 'no-group' }
  | { readonly kind: 'witness-gone'; readonly person: PersonId }
  | { readonly kind: 'empty-roster'; readonly category: Category }
  | { readonly kind: 'no-ratio-document'; readonly category: Category }
  | { readonly kind: 'unpublished-matter'; readonly matter: string }
  | { readonly kind: 'window-in-the-past'; readonly day: Day }
  | { readonly kind: 'window-backwards'; readonly from: Day; readonly to: Day }
  | { readonly kind: 'no-holiday-data'; readonly year: number }
  | { readonly kind: 'too-few-inspectors'; readonly need: number; readonly have: number; readonly category: Category }
  | { readonly kind: 'too-few-witnesses'; readonly need: number; readonly have: number }
  | { readonly kind: 'already-contributed' }
  | { readonly kind: 'contributions-open'; readonly missing: readonly string[] }
  /** Instants of refusals are RFC 3339, as `civilTime` writes them: a refusal rides in a notice. */
  | { readonly kind: 'draw-underway'; readonly draw: string }
  | { readonly kind: 'seal-broken'; readonly draw: string }
  | { readonly kind: 'witnessing-over'; readonly until: string }
  | { readonly kind: 'typing-open'; readonly typed: number }
  | { readonly kind: 'lottery-too-soon'; readonly issue: string; readonly at: string; readonly earliest: string }
  | { readonly kind: 'beacon-public'; readonly draw: string }
  | { readonly kind: 'beacon-not-yet'; readonly at: string }
  | { readonly kind: 'beacon-awaited'; readonly round: number; readonly at: string }
  | { readonly kind: 'beacon-of-other-round'; readonly round: number; readonly awaited: number }
  | { readonly kind: 'beacon-forged' }
  | { readonly kind: 'beacon-unread' }
  | { readonly kind: 'bad-throws'; readonly count: number; readonly sides: number }
  | { readonly kind: 'bad-numbers'; readonly parts: readonly NumberRange[] }
  | { readonly kind: 'not-by-drand'; readonly draw: string }
  | { readonly kind: 'not-a-witness'; readonly draw: string }
  | { readonly kind: 'clock-behind'; readonly now: string; readonly last: string }
  | { readonly kind: 'not-the-asker'; readonly draw: string }
  | { readonly kind: 'void-not-asked'; readonly draw: string }
  | { readonly kind: 'document-not-in-force'; readonly document: string; readonly day: Day }
  | { readonly kind: 'document-unclear'; readonly category: Category; readonly risk: string | null }
  | { readonly kind: 'no-matter'; readonly category: Category }
  | { readonly kind: 'nothing-to-draw' }
  | { readonly kind: 'cannot-seal'; readonly reasons: readonly SealProblem['kind'][] }
  | { readonly kind: 'no-lead'; readonly category: Category; readonly need: number; readonly have: number }
  | { readonly kind: 'too-few-places'; readonly need: number; readonly have: number }
  /** Places of these categories (the leaders' alone, or all) that only these people fit, who may take `have` of the `need`. */
  | {
      readonly kind: 'cannot-staff';
      readonly categories: readonly Category[];
      readonly onlyLeads: boolean;
      readonly inspectors: readonly PersonId[];
      readonly need: number;
      readonly have: number;
    }
  // inspections
  | { readonly kind: 'conflict-open'; readonly assignment: AssignmentId }
  | { readonly kind: 'points-open'; readonly count: number }
  | { readonly kind: 'words-needed'; readonly point: string }
  | { readonly kind: 'seat-empty'; readonly assignment: AssignmentId }
  | { readonly kind: 'answers-open'; readonly assignment: AssignmentId }
  | { readonly kind: 'outside-window'; readonly from: Day; readonly to: Day }
  | { readonly kind: 'day-out-of-range'; readonly name: string; readonly from: Day | null; readonly to: Day | null }
  | { readonly kind: 'certificate-lapsed'; readonly person: PersonId }
  // changes after the draw
  | { readonly kind: 'not-in-team'; readonly assignment: AssignmentId; readonly person: PersonId }
  | { readonly kind: 'too-late'; readonly assignment: AssignmentId }
  | { readonly kind: 'change-open'; readonly change: string }
  | { readonly kind: 'concerned'; readonly change: string }
  | { readonly kind: 'head-can-decide'; readonly heads: readonly PersonId[] }
  | { readonly kind: 'nothing-to-fill'; readonly draw: string }
  | { readonly kind: 'nobody-to-fill'; readonly draw: string }
  | { readonly kind: 'links-used-up'; readonly draw: string; readonly length: number }
  | {
      readonly kind: 'change-not-allowed';
      readonly problem: ChangeProblem['kind'];
      readonly object: string | null;
      readonly inspector: PersonId | null;
      readonly why: Misfit | null;
    }
  // measures
  | { readonly kind: 'measure-not-yet'; readonly measure: MeasureKind; readonly lack: Lack; readonly until: Day | null }
  | { readonly kind: 'objection-open'; readonly measure: string }
  | { readonly kind: 'window-open'; readonly until: Day }
  | { readonly kind: 'not-yours'; readonly measure: string }
  // publication
  | { readonly kind: 'personal-data'; readonly field: string; readonly what: 'phone' | 'id-card' }
  // ours
  | { readonly kind: 'internal' };
