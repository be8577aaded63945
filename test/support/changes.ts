// Shorthands for changes after the draw: the record as the world sees it, held against the independent verifier and our own replay.
import { expect } from 'vitest';
import type { Assignment } from '../../src/domain/assignment.ts';
import { type ChangeRequest, isPending } from '../../src/domain/change-request.ts';
import type { DrawRecord } from '../../src/domain/record.ts';
import { replay } from '../../src/domain/ssj/replay.ts';
import type { Office } from '../../src/flows/office.ts';
import { verifyText } from '../../src/verify/strict-text.ts';

/** The record of a draw, whole. It verifies, its repetition comes to the same, and the inspections are its teams. */
export async function soundRecord(office: Office, number: string): Promise<DrawRecord> {
  const [draw, rows] = await office.store.read(async (books) => [await books.draws.get(number), await books.assignments.all()] as const);
  const record = draw?.record ?? expect.fail(`no record of ${number}`);
  const { checks, verdict } = verifyText(JSON.stringify(record));
  expect(checks.filter(({ passed }) => !passed)).toEqual([]);
  expect(verdict.kind).toBe('consistent');
  const again = replay(JSON.parse(JSON.stringify(record)));
  expect(again.ok && again.value.finalTeams).toEqual(record.finalTeams);
  expect(again.ok && again.value.events.map(({ result }) => result)).toEqual(record.events.map(({ result }) => result));
  expect(teamsIn(rows.filter((row) => row.draw === number))).toEqual(record.finalTeams);
  return record;
}

/** The teams of inspections that are not replaced, as a record lists them. */
function teamsIn(rows: readonly Assignment[]) {
  return rows
    .filter(({ state }) => state !== 'replaced')
    .map(({ institution, seats }) => ({ object: institution, team: seats.map(({ person }) => person) }))
    .sort((a, b) => (a.object < b.object ? -1 : 1));
}

/** The only request of a draw that waits. */
export async function pendingNow(office: Office, number = '2026-0001'): Promise<ChangeRequest> {
  const all = await office.store.read((books) => books.changes.ofDraw(number));
  const [only, more] = all.filter(isPending);
  if (!only || more) throw new Error('not exactly one request waits');
  return only;
}
