// Brings a test office to a stage of the round by the product's own verbs, so that a test starts where its question is.
import type { Assignment, Findings } from '../../src/domain/assignment.ts';
import type { Draw } from '../../src/domain/draw.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Publication } from '../../src/domain/publication.ts';
import type { Task } from '../../src/domain/task.ts';
import type { TaskDraft } from '../../src/domain/task-rules.ts';
import { acceptAssignment } from '../../src/flows/accept-assignment.ts';
import { approveVisits } from '../../src/flows/approve-visits.ts';
import { contribute } from '../../src/flows/contribute.ts';
import { cosignFindings } from '../../src/flows/cosign-findings.ts';
import { decideTask } from '../../src/flows/decide-task.ts';
import { lockDraw } from '../../src/flows/lock-draw.ts';
import { makeTask } from '../../src/flows/make-task.ts';
import { proposePublication } from '../../src/flows/propose-publication.ts';
import { reviewInspection } from '../../src/flows/review-inspection.ts';
import { serveNotice } from '../../src/flows/serve-notice.ts';
import { settleDraw } from '../../src/flows/settle-draw.ts';
import { startVisit } from '../../src/flows/start-visit.ts';
import { submitFindings } from '../../src/flows/submit-findings.ts';
import { sixFields } from '../../src/words/publication.ts';
import { done, sampleDraft, type TestOffice } from './office.ts';

/** An approved task. */
export async function approvedTask(office: TestOffice, change: Partial<TaskDraft> = {}): Promise<Task> {
  const task = await done(makeTask(office, office.person('P901'), sampleDraft(change)));
  return done(decideTask(office, office.person('P911'), task.id, task.version, { approve: true, words: '' }));
}

/** A locked draw. */
export async function lockedDraw(office: TestOffice, change: Partial<TaskDraft> = {}): Promise<Draw> {
  const task = await approvedTask(office, change);
  return done(lockDraw(office, office.person('P901'), task.id, task.version));
}

/** A closed draw: every witness has contributed. */
export async function closedDraw(office: TestOffice, change: Partial<TaskDraft> = {}): Promise<Draw> {
  let draw = await lockedDraw(office, change);
  for (const { person, by } of draw.witnesses) draw = await done(contribute(office, office.person(person), draw.number, `雨${by}`));
  return draw;
}

/** The inspections of a settled draw. */
export async function settled(office: TestOffice, change: Partial<TaskDraft> = {}): Promise<readonly Assignment[]> {
  const draw = await closedDraw(office, change);
  return (await done(settleDraw(office, office.person('P901'), draw.number))).assignments;
}

/** The two inspectors of an inspection. */
export function teamIn(office: TestOffice, row: Assignment): readonly [Person, Person] {
  const [first, second] = row.seats.map((seat) => office.person(seat.person ?? 'nobody'));
  if (!first || !second) throw new Error(`${row.id} has an empty seat`);
  return [first, second];
}

/** The row as it is now. */
export async function rowNow(office: TestOffice, id: string): Promise<Assignment> {
  const row = await office.store.read((books) => books.assignments.get(id));
  if (!row) throw new Error(`no assignment ${id}`);
  return row;
}

/** The first inspection of a task, accepted by both. */
export async function toApprove(office: TestOffice): Promise<Assignment> {
  const [row] = await settled(office);
  if (!row) throw new Error('nothing was drawn');
  for (const person of teamIn(office, row)) await done(acceptAssignment(office, person, row.id, 1));
  return rowNow(office, row.id);
}

/** … approved by a head. */
export async function toNotify(office: TestOffice): Promise<Assignment> {
  const row = await toApprove(office);
  await done(approveVisits(office, office.person('P911'), row.task, [row.id]));
  return rowNow(office, row.id);
}

/** … its notice served; the clock stands at 2026-03-19 10:00, inside the window. */
export async function toVisit(office: TestOffice): Promise<Assignment> {
  const row = await toNotify(office);
  office.at('2026-03-19T10:00');
  return done(serveNotice(office, teamIn(office, row)[0], row.id, row.version, { on: '2026-03-18', way: '直接送达' }));
}

/** … begun. */
export async function visiting(office: TestOffice): Promise<Assignment> {
  const row = await toVisit(office);
  return done(startVisit(office, teamIn(office, row)[0], row.id, row.version));
}

/** A form with one problem of the first inspection (a law firm's), to be put right by 1 April. */
export const FORM: Findings = {
  method: 'onsite',
  visitedOn: '2026-03-19',
  points: [
    { matter: 'M01', point: 0, result: 'fine', words: '' },
    { matter: 'M01', point: 1, result: 'problem', words: '三月的两笔收费没有票据' },
  ],
  outcome: 'ordered',
  rectifyBy: '2026-04-01',
  summary: '示例小结',
};

/** … submitted by the first of the team. */
export async function submitted(office: TestOffice): Promise<Assignment> {
  const row = await visiting(office);
  return done(submitFindings(office, teamIn(office, row)[0], row.id, row.version, FORM));
}

/** … co-signed by the second. */
export async function cosigned(office: TestOffice): Promise<Assignment> {
  const row = await submitted(office);
  return done(cosignFindings(office, teamIn(office, row)[1], row.id, row.version, { agree: true, words: '' }));
}

/** … reviewed by a head. */
export async function reviewed(office: TestOffice): Promise<Assignment> {
  const row = await cosigned(office);
  return (await done(reviewInspection(office, office.person('P911'), row.id, row.version, { pass: true, words: '' }))).assignment;
}

/** … proposed for publication. */
export async function proposed(office: TestOffice): Promise<Publication> {
  const row = await reviewed(office);
  const [publication] = await done(proposePublication(office, office.person('P901'), row.id, sixFields));
  if (!publication) throw new Error('nothing was proposed');
  return publication;
}
