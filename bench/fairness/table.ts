// The comparison as tables for a reader, in columns.
import type { ObjectRow, TeamRow } from './comparison.ts';

/** Ways to draw institutions: how many outcomes there are, who can never or must always be drawn, how unlikely a fair draw is to look so. */
export function objectTable(all: readonly ObjectRow[]): string {
  const rows = byRoster(all);
  return columns([
    ['roster', 'way', 'subsets reached', 'rows never drawn', 'always drawn', 'least p'],
    ...rows.map(({ roster, way, found, p }) => [
      roster,
      way,
      `${found.reached} of ${found.possible}`,
      listed(found.neverDrawn),
      listed(found.alwaysDrawn),
      p > 0 ? p.toPrecision(2) : '< 1e-300',
    ]),
  ]);
}

/** Ways to draw teams: how many of the best assignments come, how far from equally often, and what the first team gives away. */
export function teamTable(all: readonly TeamRow[]): string {
  const rows = byRoster(all);
  return columns([
    ['roster', 'way', 'assignments seen', 'of the best', 'draws not best', 'distance (by chance)', 'second team guessed (by the law)'],
    ...rows.map(({ roster, way, law, tally }) => [
      roster,
      way,
      String(tally.assignments.size),
      `${law.reached} of ${law.optimal}`,
      String(law.outside),
      `${law.distance.toFixed(3)} (${law.distanceByChance.toFixed(3)})`,
      `${(tally.secondGuessed * 100).toFixed(1)} % (${(law.secondGuessed * 100).toFixed(1)} %)`,
    ]),
  ]);
}

/** All ways with one roster together, rosters in the order in which they first come. */
function byRoster<Row extends { readonly roster: string }>(rows: readonly Row[]): readonly Row[] {
  return [...new Set(rows.map(({ roster }) => roster))].flatMap((roster) => rows.filter((row) => row.roster === roster));
}

function listed(rows: readonly number[]): string {
  return rows.length === 0 ? '-' : rows.map((row) => row + 1).join(' ');
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  return (
    rows
      .map((row) =>
        row
          .map((cell, i) => cell.padEnd(widths[i] ?? 0))
          .join('  ')
          .trimEnd(),
      )
      .join('\n') + '\n'
  );
}
