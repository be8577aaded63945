// The check points of an inspection, numbered through all its items, and how the findings form is paged.
import type { PointFinding } from '../domain/assignment.ts';
import type { Matter } from '../domain/matter.ts';

/** Check points on one page of the form: a phone screen and a half. */
export const POINTS_PER_PAGE = 4;

/** One check point: its item, its place there (0-based, as `PointFinding.point`), its number through all items (1-based), its text. */
export interface CheckPoint {
  readonly matter: string;
  readonly matterName: string;
  readonly point: number;
  readonly number: number;
  readonly text: string;
}

/** All check points in the order of the list. */
export function checkPoints(matters: readonly Pick<Matter, 'id' | 'name' | 'points'>[]): readonly CheckPoint[] {
  return matters
    .flatMap(({ id, name, points }) => points.map((text, point) => ({ matter: id, matterName: name, point, text })))
    .map((point, index) => ({ ...point, number: index + 1 }));
}

/** Pages of the form: the check points, and one more for day, method, outcome and summary. */
export function findingsPages(matters: readonly Pick<Matter, 'id' | 'name' | 'points'>[]): number {
  return Math.ceil(checkPoints(matters).length / POINTS_PER_PAGE) + 1;
}

/** The check points on a page (1-based); none on the last. */
export function pointsOnPage(matters: readonly Pick<Matter, 'id' | 'name' | 'points'>[], page: number): readonly CheckPoint[] {
  return checkPoints(matters).slice((page - 1) * POINTS_PER_PAGE, page * POINTS_PER_PAGE);
}

/** The form's field names for a check point. */
export function pointFields(point: Pick<CheckPoint, 'number'>): { readonly result: string; readonly words: string } {
  return { result: `r${point.number}`, words: `w${point.number}` };
}

/** What was found at a check point, if anything was. */
export function findingAt(findings: readonly PointFinding[], point: Pick<CheckPoint, 'matter' | 'point'>): PointFinding | null {
  return findings.find((one) => one.matter === point.matter && one.point === point.point) ?? null;
}

/** Check points nobody has answered yet. */
export function openPoints(
  matters: readonly Pick<Matter, 'id' | 'name' | 'points'>[],
  findings: readonly PointFinding[],
): readonly CheckPoint[] {
  return checkPoints(matters).filter((point) => findingAt(findings, point) === null);
}
