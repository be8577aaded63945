// Views of measures: what was done and may be done about an institution, and one measure with its next step.
import type { ActVerb } from '../../cards/acts.ts';
import type { Card } from '../../cards/card.ts';
import { measureFace } from '../../cards/faces/measure.ts';
import { measuresFace } from '../../cards/faces/measures.ts';
import type { Assignment } from '../../domain/assignment.ts';
import { plusDays } from '../../domain/day.ts';
import { complaintsSince } from '../../domain/journal.ts';
import { isOwn, may } from '../../domain/may.ts';
import { MEASURE_KINDS, type MeasureKind } from '../../domain/measure.ts';
import type { Lack } from '../../domain/measure-lack.ts';
import { type LadderGround, lackOf } from '../../domain/measure-ladder.ts';
import { type MeasureStep, stepsNow } from '../../domain/measure-steps.ts';
import type { Person } from '../../domain/person.ts';
import { teamOf } from '../../domain/seats.ts';
import { measureGround } from '../../flows/measure-ground.ts';
import { INSTITUTION_STATUS_WORDS } from '../../words/states.ts';
import { allowed, type Look, must, NothingThere, namesOf } from './context.ts';

/** Complaints count for a year. */
const YEAR_DAYS = 365;

/** Who runs or audits the work sees all of it, an inspector what is about his own inspections. */
export function maySeeMeasures(viewer: Person | null, assignment: Assignment | null): viewer is Person {
  if (viewer === null) return false;
  return may(viewer, 'see-inspections') || (assignment !== null && teamOf(assignment).includes(viewer.id));
}

export async function measuresView(look: Look): Promise<Card> {
  const { books, office, viewer, about } = look;
  const found = await measureGround(books, office.rules, about, office.now());
  if (!found.ok || !maySeeMeasures(viewer, found.value.assignment)) throw new NothingThere('institution', about);
  const { institution, problem, assignment, measures, journal } = found.value;
  const mine = may(viewer, 'see-inspections') ? measures : measures.filter((one) => one.assignment === assignment?.id);
  const lines = may(viewer, 'see-inspections') ? journal : journal.filter((one) => one.assignment === assignment?.id);
  const complaints = complaintsSince(journal, institution.id, plusDays(look.today, -YEAR_DAYS));
  const files = assignment ? await books.evidence.ofAssignment(assignment.id) : [];
  const colleagues = (await books.people.all()).filter(({ status, roles }) => status !== 'left' && roles.some(isAtWork));
  const kind = MEASURE_KINDS.find((one) => one === look.extra['kind']) ?? null;
  return measuresFace({
    about,
    institution: institution.name,
    standing: INSTITUTION_STATUS_WORDS[institution.status],
    problem: problem?.words ?? null,
    measures: mine,
    journal: lines,
    offers: offersIn(found.value),
    kind,
    colleagues: colleagues.map(({ id, name }) => ({ id, name })),
    files: files.map(({ id, fileName }) => ({ id, name: fileName })),
    flagged: complaints >= office.rules.measures.complaints ? complaints : null,
    names: await namesOf(look, { people: lines.map(({ by }) => by) }),
    may: allowed({
      'open-measure': may(viewer, 'propose-measure'),
      'propose-measure': may(viewer, 'propose-measure') && kind !== null && isFree(kind, found.value),
      'record-guidance': may(viewer, 'write-journal'),
      'record-contact': may(viewer, 'write-journal') && assignment !== null,
      'record-warning': may(viewer, 'write-journal') && assignment !== null,
      'record-complaint': may(viewer, 'write-journal'),
    }),
  });
}

/** Every kind, and what is missing for it. */
function offersIn(ground: LadderGround): Readonly<Record<MeasureKind, Lack | null>> {
  return Object.fromEntries(MEASURE_KINDS.map((kind) => [kind, lackOf(kind, ground, null)])) as Record<MeasureKind, Lack | null>;
}

const isAtWork = (role: string): boolean => role === 'inspector' || role === 'head' || role === 'operator';

/** What depends on the details is asked when they are known. */
function isFree(kind: MeasureKind, ground: LadderGround): boolean {
  const lack = lackOf(kind, ground, null);
  return lack === null || (kind === 'case' && lack === 'competence');
}

/** The act by which each step is taken. */
const STEP_ACTS: Readonly<Record<MeasureStep['kind'], ActVerb>> = {
  withdraw: 'withdraw-measure',
  notice: 'notify-measure',
  object: 'object-measure',
  answer: 'answer-measure',
  'carry-out': 'carry-measure',
  end: 'end-measure',
};

export async function measureView(look: Look): Promise<Card> {
  const { books, viewer } = look;
  const measure = await must(books.measures.get(look.about), 'measure', look.about);
  const assignment = measure.assignment === null ? null : await books.assignments.get(measure.assignment);
  if (!maySeeMeasures(viewer, assignment)) throw new NothingThere('measure', look.about);
  const steps = stepsNow(measure, look.today);
  const isMine = isOwn(viewer, measure.by);
  const takes = may(viewer, 'take-measure');
  const decides = measure.state === 'proposed' && may(viewer, 'approve-measure') && !isMine;
  const { decision, notice, details } = measure;
  return measureFace({
    measure,
    institution: (await books.institutions.get(measure.institution))?.name ?? measure.institution,
    steps,
    names: await namesOf(look, { people: [measure.by, decision?.by ?? null, notice?.by ?? null, ...details.people] }),
    may: [
      ...allowed({ 'approve-measure': decides, 'refuse-measure': decides, 'show-measures': true }),
      ...steps.filter((step) => (step === 'withdraw' ? isMine : takes)).map((step) => STEP_ACTS[step]),
    ],
  });
}
