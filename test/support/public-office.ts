// A filled office for the public site: one draw of every kind that the public can meet, made by the product's own verbs.
import type { Assignment, Findings } from '../../src/domain/assignment.ts';
import { plusDays } from '../../src/domain/day.ts';
import { acceptAssignment } from '../../src/flows/accept-assignment.ts';
import { approvePublication } from '../../src/flows/approve-publication.ts';
import { approveVisits } from '../../src/flows/approve-visits.ts';
import { approveVoid } from '../../src/flows/approve-void.ts';
import { askVoid } from '../../src/flows/ask-void.ts';
import { contribute } from '../../src/flows/contribute.ts';
import { cosignFindings } from '../../src/flows/cosign-findings.ts';
import { lockDraw } from '../../src/flows/lock-draw.ts';
import { proposePublication } from '../../src/flows/propose-publication.ts';
import { reviewInspection } from '../../src/flows/review-inspection.ts';
import { serveNotice } from '../../src/flows/serve-notice.ts';
import { settleDraw } from '../../src/flows/settle-draw.ts';
import { startVisit } from '../../src/flows/start-visit.ts';
import { submitFindings } from '../../src/flows/submit-findings.ts';
import type { Store } from '../../src/store/books.ts';
import { sixFields } from '../../src/words/publication.ts';
import { county, done, type Lists, openOffice, type TestOffice } from './office.ts';
import { lockedDraw, rowNow, settled, teamIn } from './stages.ts';

/** The draws of a public office. */
export interface PublicOffice {
  readonly office: TestOffice;
  /** Voided before it was settled: `2026-0001`. */
  readonly voided: string;
  /** Settled, and all its visits are over: `2026-0002`. */
  readonly open: string;
  /** Settled, its visits are still to come: `2026-0003`. */
  readonly hidden: string;
  /** Locked and not yet settled: `2026-0004`. */
  readonly sealed: string;
}

const WITNESSED = '雨水，<b>二十四</b>节气 & 示例';

/** Fills an office: a void draw, a public one with published results, one whose names are hidden, a locked one. */
export async function openPublicOffice(store: Store, lists: Lists = county()): Promise<PublicOffice> {
  const office = await openOffice(store, lists);
  const voided = await lockedDraw(office);
  await done(askVoid(office, office.person('P901'), voided.number, '示例：名录漏列一家，需要更正后重新封签'));
  await done(approveVoid(office, office.person('P911'), voided.number));

  const task = await store.read((books) => books.tasks.get(voided.task));
  const open = await done(lockDraw(office, office.person('P901'), voided.task, task?.version ?? 0));
  for (const { person } of open.witnesses) await done(contribute(office, office.person(person), open.number, WITNESSED));
  const { assignments } = await done(settleDraw(office, office.person('P901'), open.number));
  await inspectAll(office, assignments);
  await publishAll(office, open.task);

  const hidden = await settled(office, { title: '示例：2026年第二次抽查', from: '2026-04-01', to: '2026-05-08' });
  const sealed = await lockedDraw(office, { title: '示例：2026年第三次抽查', from: '2026-05-11', to: '2026-06-05' });
  const drawn = await store.read((books) => books.tasks.get(hidden[0]?.task ?? ''));
  return { office, voided: voided.number, open: open.number, hidden: drawn?.draw ?? '', sealed: sealed.number };
}

/** Takes every inspection of a draw to its review; the clock then stands at that day. */
export async function inspectAll(office: TestOffice, rows: readonly Assignment[], day = '2026-03-19'): Promise<void> {
  for (const row of rows) {
    for (const person of teamIn(office, row)) await done(acceptAssignment(office, person, row.id, 1));
  }
  await done(approveVisits(office, office.person('P911'), rows[0]?.task ?? '', 'all'));
  office.at(`${day}T10:00`);
  for (const [index, row] of rows.entries()) await inspectOne(office, row, day, index === 0);
}

/** One inspection from notice to review; with a problem or without. */
async function inspectOne(office: TestOffice, row: Assignment, day: string, isBad: boolean): Promise<void> {
  const [first, second] = teamIn(office, row);
  const version = async (): Promise<number> => (await rowNow(office, row.id)).version;
  await done(serveNotice(office, first, row.id, await version(), { on: plusDays(day, -1), way: '直接送达' }));
  await done(startVisit(office, first, row.id, await version()));
  await done(submitFindings(office, first, row.id, await version(), formFor(row, day, isBad)));
  await done(cosignFindings(office, second, row.id, await version(), { agree: true, words: '' }));
  await done(reviewInspection(office, office.person('P911'), row.id, await version(), { pass: true, words: '' }));
}

function formFor({ category }: Assignment, day: string, isBad: boolean): Findings {
  const matter = category === 'lawfirm' ? 'M01' : category === 'notary' ? 'M02' : 'M03';
  return {
    method: 'onsite',
    visitedOn: day,
    points: [
      { matter, point: 0, result: 'fine', words: '' },
      { matter, point: 1, result: isBad ? 'problem' : 'fine', words: isBad ? '三月的两笔收费没有票据' : '' },
    ],
    outcome: isBad ? 'ordered' : null,
    rectifyBy: isBad ? plusDays(day, 13) : null,
    summary: '示例小结',
  };
}

async function publishAll(office: TestOffice, task: string): Promise<void> {
  for (const { id, version } of await done(proposePublication(office, office.person('P901'), task, sixFields))) {
    await done(approvePublication(office, office.person('P911'), id, version));
  }
}
