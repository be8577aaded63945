// Brings a measure of a test office along: proposed, decided, noticed, done, by the product's own verbs.
import type { Measure, MeasureKind } from '../../src/domain/measure.ts';
import { NO_DETAILS } from '../../src/domain/measure.ts';
import type { MeasureDraft } from '../../src/domain/measure-steps.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { decideMeasure } from '../../src/flows/decide-measure.ts';
import { recordFollowUp } from '../../src/flows/record-follow-up.ts';
import { takeMeasure } from '../../src/flows/take-measure.ts';
import { done, type TestOffice } from './office.ts';
import { reviewed, rowNow, teamIn } from './stages.ts';

/** A draft with what its kind needs. */
export function draftOf(kind: MeasureKind, change: Partial<MeasureDraft> = {}): MeasureDraft {
  const until = ['reminder', 'talk', 'abnormal', 'credit', 'blacklist'].includes(kind) ? '2027-12-31' : null;
  const people = kind === 'talk' || kind === 'credit' ? ['P901', 'P911'] : [];
  const penalty =
    kind === 'penalty'
      ? { authority: '示例市司法局', number: '示例罚〔2026〕1号', decidedOn: '2026-03-19', sanction: 'other' as const }
      : {};
  const addressed = kind === 'advice' || kind === 'transfer' ? { authority: '示例市司法局' } : {};
  return { kind, words: '示例事实和理由', until, details: { ...NO_DETAILS, people, ...penalty, ...addressed }, ...change };
}

/** The problem of a reviewed inspection: ordered, to be put right. */
export async function orderedProblem(office: TestOffice): Promise<Problem> {
  const row = await reviewed(office);
  const [problem] = await office.store.read((books) => books.problems.ofAssignment(row.id));
  if (!problem) throw new Error('the review made no problem');
  return problem;
}

/** A follow-up that finds it as said. */
export async function followUp(office: TestOffice, id: string, result: 'uncorrected' | 'corrected' = 'uncorrected'): Promise<Problem> {
  const problem = await office.store.read((books) => books.problems.get(id));
  if (!problem) throw new Error(`no problem ${id}`);
  const [first] = teamIn(office, await rowNow(office, problem.assignment));
  return done(recordFollowUp(office, first, id, problem.version, { result, words: '示例回访', on: day(office) }));
}

/** Approved by the head who did not propose it. */
export const approve = (office: TestOffice, row: Measure): Promise<Measure> =>
  done(decideMeasure(office, office.person('P911'), row.id, row.version, { isGranted: true, words: '' }));

/** Served today. */
export const serve = (office: TestOffice, row: Measure): Promise<Measure> =>
  done(
    takeMeasure(office, office.person('P901'), row.id, row.version, {
      kind: 'carry-out',
      number: '示例〔2026〕1号',
      on: day(office),
      way: '直接送达',
    }),
  );

/** Its notice served today. */
export const notice = (office: TestOffice, row: Measure): Promise<Measure> =>
  done(takeMeasure(office, office.person('P901'), row.id, row.version, { kind: 'notice', on: day(office), way: '直接送达' }));

/** Today in China. */
export const day = (office: TestOffice): string => new Date(office.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
