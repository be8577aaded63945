// What an office decides for itself without touching code: the meaning of `config/office.yaml` once it is checked.
import type { Day } from './day.ts';
import type { Category } from './person.ts';
import type { EntropyMode, NumberRange } from './task.ts';

/** A public lottery whose numbers can be a draw's last ingredient. */
export interface LotteryGame {
  readonly id: string;
  readonly name: string;
  readonly numbers: readonly NumberRange[];
  /** `HH:MM` in China at which it is drawn. */
  readonly at: string;
  readonly where: string;
}

/** A category of institutions (Art. 4), with the basis for supervising it. */
export interface CategoryRule {
  readonly id: Category;
  readonly name: string;
  readonly basis: string;
  readonly from: Day;
  readonly until: Day | null;
}

/** Deadlines in working days, clocks in China's time. */
export interface OfficeRules {
  readonly office: { readonly name: string; readonly shortName: string; readonly county: string; readonly site: string | null };
  /** The rules under which the office inspects and publishes: title and number, as pages and papers cite them. */
  readonly rules: { readonly title: string; readonly number: string };
  /** 公共法律服务股: the unit that is to be the main body of inspectors (Art. 8), and owns tasks (Art. 6). */
  readonly homeUnit: string;
  readonly categories: readonly CategoryRule[];
  readonly deadlines: {
    readonly answer: number;
    readonly cosign: number;
    readonly review: number;
    readonly publish: number;
    readonly rectify: number;
    readonly followUp: number;
  };
  /** Measures: working days to object after a notice, days to appeal after a penalty, complaints a year from which an institution is flagged (Art. 12). */
  readonly measures: { readonly objection: number; readonly appealDays: number; readonly complaints: number };
  /** How long a draw waits for its witnesses, in minutes. */
  readonly witnessMinutes: number;
  /** How long after its last ingredient the clock opens a draw by drand or lottery that nobody has opened, in minutes. */
  readonly settleMinutes: number;
  /** The mode that a new task's form proposes. */
  readonly mode: EntropyMode;
  /** Public addresses of drand's API, asked for a round side by side. */
  readonly drand: { readonly endpoints: readonly string[]; readonly timeoutSeconds: number };
  readonly games: readonly LotteryGame[];
  readonly dice: { readonly count: number; readonly sides: number };
  readonly drawsPerYear: number;
  readonly certificateWarningDays: number;
  readonly reminders: { readonly at: string; readonly quietFrom: string; readonly quietTo: string };
  /** Days off and make-up working days that override the library's data, by year; a year in neither is refused. */
  readonly calendar: { readonly off: readonly Day[]; readonly working: readonly Day[]; readonly years: readonly number[] };
}
