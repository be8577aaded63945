// Acts of an inspection before and after the form: answer, notify, start, co-sign, review.
import { CONFLICT_GROUNDS } from '../../domain/assignment.ts';
import { acceptAssignment } from '../../flows/accept-assignment.ts';
import { cosignFindings } from '../../flows/cosign-findings.ts';
import { declareConflict } from '../../flows/declare-conflict.ts';
import { reviewInspection } from '../../flows/review-inspection.ts';
import { serveNotice } from '../../flows/serve-notice.ts';
import { startVisit } from '../../flows/start-visit.ts';
import type { Answer } from '../turn.ts';
import { type ActHandler, type ActTurn, dayIn, oneOf, refuse, textOf, wordsOf } from './pressed.ts';
import { hidden } from './sight.ts';

/** The inspector's card in its new state, here and where else it hangs; the task's counts how many stand where. */
export function assignmentShown(
  toast: Answer['toast'],
  face: 'assignment' | 'cosign' | 'review' = 'assignment',
): (assignment: { readonly id: string; readonly task: string }) => Answer {
  return ({ id, task }) => ({
    notice: { face, about: id },
    ...(toast ? { toast } : {}),
    touches: [
      { face: 'assignment', about: id },
      { face: 'cosign', about: id },
      { face: 'review', about: id },
      { face: 'task', about: task },
    ],
  });
}

export const showAssignment: ActHandler = async (turn) =>
  (await hidden(turn, turn.asked.about)) ?? { notice: { face: 'assignment', about: turn.asked.about } };

/** Who asks for it sees all that was found, also when nothing is left to be decided. */
export const showInspection: ActHandler = async (turn) => {
  const { asked, office } = turn;
  const assignment = await office.store.read((books) => books.assignments.get(asked.about));
  const face = assignment?.state === 'submitted' ? 'cosign' : 'review';
  return (await hidden(turn, asked.about)) ?? { notice: { face, about: asked.about, extra: { whole: true } } };
};

export const accept: ActHandler = async (turn) => {
  const version = await turn.versionOf('assignments');
  return turn.through((office) => acceptAssignment(office, turn.by, turn.asked.about, version), assignmentShown('accepted'));
};

export const conflict: ActHandler = async (turn) => {
  const version = await turn.versionOf('assignments');
  const typed = turn.asked.words !== '';
  const ground = typed ? ({ ok: true, value: 'other' } as const) : oneOf(textOf(turn.form, 'ground'), CONFLICT_GROUNDS, 'ground');
  if (!ground.ok) return refuse(ground.problem);
  return turn.through(
    (office) => declareConflict(office, turn.by, turn.asked.about, version, { ground: ground.value, words: wordsOf(turn) }),
    assignmentShown('conflict-declared'),
  );
};

/** Typed: the way alone, and today. */
export const notify: ActHandler = async (turn) => {
  const version = await turn.versionOf('assignments');
  const on = dayIn(turn.form, 'day') || turn.today;
  return turn.through(
    (office) => serveNotice(office, turn.by, turn.asked.about, version, { on, way: wordsOf(turn, 'way') }),
    assignmentShown('notice-served'),
  );
};

export const start: ActHandler = async (turn) => {
  const version = await turn.versionOf('assignments');
  return turn.through((office) => startVisit(office, turn.by, turn.asked.about, version), assignmentShown('visit-started'));
};

export const cosign: ActHandler = (turn) => giveOpinion(turn, true);

export const sendBack: ActHandler = (turn) => giveOpinion(turn, false);

async function giveOpinion(turn: ActTurn, agree: boolean): Promise<Answer> {
  const version = await turn.versionOf('assignments');
  return turn.through(
    (office) => cosignFindings(office, turn.by, turn.asked.about, version, { agree, words: wordsOf(turn) }),
    assignmentShown(agree ? 'cosigned' : 'sent-back', 'cosign'),
  );
}

export const pass: ActHandler = (turn) => review(turn, true);

export const sendBackFromReview: ActHandler = (turn) => review(turn, false);

async function review(turn: ActTurn, isPassed: boolean): Promise<Answer> {
  const version = await turn.versionOf('assignments');
  return turn.through(
    (office) => reviewInspection(office, turn.by, turn.asked.about, version, { pass: isPassed, words: wordsOf(turn) }),
    ({ assignment }) => assignmentShown(isPassed ? 'reviewed' : 'sent-back', 'review')(assignment),
  );
}
