// The small rosters on which fairness is measured, and what a draw of them is, whoever draws.

/** A draw of institutions: which rows of `pool` are drawn, and in what order the rest stand in reserve. */
export interface ObjectCase {
  readonly name: string;
  readonly pool: number;
  readonly quota: number;
  /** The rows' weights; 1 for all if absent. */
  readonly weights?: readonly number[];
}

/** What came of it, as row numbers; an algorithm without reserves leaves them empty. */
export interface Drawn {
  readonly drawn: readonly number[];
  readonly reserve: readonly number[];
}

/** A way to draw institutions: the same counter gives the same draw. */
export type ObjectDraw = (counter: number) => Drawn;

/** A draw of teams: every institution is visited, and the question is by whom. */
export interface TeamCase {
  readonly name: string;
  /** `recused`: the numbers of inspectors who may not visit it. */
  readonly institutions: readonly { readonly category: string; readonly recused: readonly number[] }[];
  readonly inspectors: readonly { readonly lead: boolean; readonly categories: readonly string[]; readonly cap: number }[];
  readonly team: { readonly size: number; readonly lead: boolean };
}

/** Inspectors' numbers by institution and slot; null is a place left empty. */
export type Teams = readonly (readonly (number | null)[])[];

/** A way to draw teams. */
export type TeamDraw = (counter: number) => Teams;

/** Four of ten: the case in which skipping rows has two outcomes. */
export const FOUR_OF_TEN: ObjectCase = { name: '4-of-10', pool: 10, quota: 4 };

/** All rosters on which institutions are drawn with equal chances. */
export const OBJECT_CASES: readonly ObjectCase[] = [
  FOUR_OF_TEN,
  { name: '3-of-20', pool: 20, quota: 3 },
  { name: '7-of-10', pool: 10, quota: 7 },
  { name: '1-of-4', pool: 4, quota: 1 },
];

/** Weights 1, 1, 2, 3 and 5 by a published document: two rows alike, the others not. */
export const WEIGHTED: ObjectCase = { name: 'weighted-2-of-5', pool: 5, quota: 2, weights: [1, 1, 2, 3, 5] };

const ALL = ['lawfirm', 'notary'];
const FREE = 99;

/** Five inspectors who differ in nothing, four institutions, teams of two. */
export const EQUALS: TeamCase = {
  name: 'equals',
  institutions: Array.from({ length: 4 }, () => ({ category: 'lawfirm', recused: [] })),
  inspectors: Array.from({ length: 5 }, () => ({ lead: false, categories: ALL, cap: FREE })),
  team: { size: 2, lead: false },
};

/** Pairs of inspectors of equal eligibility: two may lead, two are recused from the first institution, two only visit law firms and only once. */
export const UNLIKE: TeamCase = {
  name: 'unlike',
  institutions: [
    { category: 'lawfirm', recused: [2, 3] },
    { category: 'lawfirm', recused: [] },
    { category: 'lawfirm', recused: [] },
    { category: 'notary', recused: [] },
  ],
  inspectors: [
    { lead: true, categories: ALL, cap: FREE },
    { lead: true, categories: ALL, cap: FREE },
    { lead: false, categories: ALL, cap: FREE },
    { lead: false, categories: ALL, cap: FREE },
    { lead: false, categories: ['lawfirm'], cap: 1 },
    { lead: false, categories: ['lawfirm'], cap: 1 },
  ],
  team: { size: 2, lead: true },
};

/** A county's size: twelve institutions of two categories, ten inspectors in four classes, teams of three. Too many outcomes to list. */
export const COUNTY: TeamCase = {
  name: 'county',
  institutions: Array.from({ length: 12 }, (_, i) => ({ category: i < 8 ? 'lawfirm' : 'notary', recused: i === 0 ? [0, 1] : [] })),
  inspectors: Array.from({ length: 10 }, (_, i) => ({ lead: i < 4, categories: i < 7 ? ALL : ['lawfirm'], cap: i < 7 ? FREE : 3 })),
  team: { size: 3, lead: true },
};

/** All cases of teams. */
export const TEAM_CASES: readonly TeamCase[] = [EQUALS, UNLIKE, COUNTY];

/** Inspectors of equal eligibility: same categories, lead, cap and recusals; by number. Classes of one are left out. */
export function equalInspectors({ inspectors, institutions }: TeamCase): readonly (readonly number[])[] {
  const classes = new Map<string, number[]>();
  for (const [i, { lead, categories, cap }] of inspectors.entries()) {
    const kept = institutions.flatMap(({ recused }, object) => (recused.includes(i) ? [object] : []));
    const name = JSON.stringify([lead, categories, cap, kept]);
    classes.set(name, [...(classes.get(name) ?? []), i]);
  }
  return [...classes.values()].filter((members) => members.length > 1);
}
