// Acts of publication and rectification.
import type { Notice } from '../../domain/notice.ts';
import { FOLLOW_UP_RESULTS } from '../../domain/problem.ts';
import { CHANNELS, type Publication } from '../../domain/publication.ts';
import { approvePublication } from '../../flows/approve-publication.ts';
import { placePublication } from '../../flows/place-publication.ts';
import { proposePublication } from '../../flows/propose-publication.ts';
import { recordFollowUp } from '../../flows/record-follow-up.ts';
import { reportRectification } from '../../flows/report-rectification.ts';
import { sixFields } from '../../words/publication.ts';
import type { Books } from '../views/context.ts';
import { type ActHandler, type ActTurn, dayIn, oneOf, pageIn, refuse, textOf, wordsOf } from './pressed.ts';
import { hidden, hiddenList } from './sight.ts';

/** `/公示 2026-01-01`: the publication if there is one, the six fields as they would be otherwise. */
export const showPublication: ActHandler = async (turn) => {
  const { asked, office } = turn;
  const known = await office.store.read((books) => publicationOf(books, asked.about));
  const refusal = known?.state === 'published' ? null : await hidden(turn, known?.assignment ?? asked.about);
  if (refusal) return refusal;
  if (known) return { notice: { face: 'publication', about: known.id } };
  const assignment = await office.store.read((books) => books.assignments.get(asked.about));
  if (assignment && !assignment.findings)
    return refuse({ kind: 'wrong-state', what: 'assignment', state: assignment.state, needed: 'reviewed' });
  return { notice: { face: 'result', about: asked.about } };
};

/** By its own number, or by that of its inspection. */
async function publicationOf(books: Books, id: string): Promise<Publication | null> {
  const itself = await books.publications.get(id);
  if (itself) return itself;
  const assignment = await books.assignments.get(id);
  const ofTask = assignment ? await books.publications.ofTask(assignment.task) : [];
  return ofTask.find((one) => one.assignment === id) ?? null;
}

/** Cards on which an inspection's state can be read. */
function cardsOf(assignment: string): readonly Pick<Notice, 'face' | 'about'>[] {
  return [
    { face: 'assignment', about: assignment },
    { face: 'result', about: assignment },
  ];
}

export const propose: ActHandler = (turn) =>
  turn.through(
    (office) => proposePublication(office, turn.by, turn.asked.about, sixFields),
    (made) => ({
      notice: { face: 'publication', about: made[0]?.id ?? '' },
      toast: 'publication-proposed',
      touches: [{ face: 'task', about: made[0]?.task ?? '' }, ...made.flatMap(({ assignment }) => cardsOf(assignment))],
    }),
  );

/** The publication that is meant and the version that was shown: who types may name its inspection. */
async function meant({ office, asked }: ActTurn): Promise<{ readonly id: string; readonly version: number }> {
  const known = await office.store.read((books) => publicationOf(books, asked.about));
  return { id: known?.id ?? asked.about, version: asked.v ?? known?.version ?? 0 };
}

export const approve: ActHandler = async (turn) => {
  const { id: publication, version } = await meant(turn);
  return turn.through(
    (office) => approvePublication(office, turn.by, publication, version),
    ({ id, task, assignment }) => ({
      notice: { face: 'publication', about: id },
      toast: 'published',
      touches: [{ face: 'publication', about: id }, { face: 'task', about: task }, ...cardsOf(assignment)],
    }),
  );
};

/** Typed: `/公示 编号 登记 https://…` is the portal, today. */
export const place: ActHandler = async (turn) => {
  const { id: publication, version } = await meant(turn);
  const channel = oneOf(textOf(turn.form, 'channel') || 'portal', CHANNELS, 'channel');
  if (!channel.ok) return refuse(channel.problem);
  const where = { address: wordsOf(turn, 'address'), on: dayIn(turn.form, 'day') || turn.today };
  return turn.through(
    (office) => placePublication(office, turn.by, publication, version, channel.value, where),
    ({ id }) => ({ notice: { face: 'publication', about: id }, toast: 'placed', touches: [{ face: 'publication', about: id }] }),
  );
};

export const showProblems: ActHandler = async (turn) =>
  hiddenList(turn) ?? { notice: { face: 'rectifications', about: '', extra: { page: pageIn(turn) } } };

export const showProblem: ActHandler = async (turn) => {
  const { asked, office } = turn;
  const known = await office.store.read((books) => books.problems.get(asked.about));
  const refusal = known ? await hidden(turn, known.assignment) : hiddenList(turn);
  return refusal ?? { notice: { face: 'rectification', about: asked.about } };
};

export const report: ActHandler = async (turn) => {
  const version = await turn.versionOf('problems');
  return turn.through(
    (office) => reportRectification(office, turn.by, turn.asked.about, version, wordsOf(turn)),
    ({ id }) => ({
      notice: { face: 'rectification', about: id },
      toast: 'rectification-reported',
      touches: [{ face: 'rectification', about: id }],
    }),
  );
};

/** Typed words may begin with the result: `已改 …`, `部分 …`, `未改 …`. */
const TYPED_RESULTS = { 已改: 'corrected', 部分: 'partly', 未改: 'uncorrected' } as const;

export const followUp: ActHandler = async (turn) => {
  const version = await turn.versionOf('problems');
  const typed = Object.entries(TYPED_RESULTS).find(([word]) => turn.asked.words.startsWith(word));
  const result = typed ? ({ ok: true, value: typed[1] } as const) : oneOf(textOf(turn.form, 'result'), FOLLOW_UP_RESULTS, 'result');
  if (!result.ok) return refuse(result.problem);
  const words = typed ? turn.asked.words.slice(typed[0].length).trim() : textOf(turn.form, 'words');
  return turn.through(
    (office) => recordFollowUp(office, turn.by, turn.asked.about, version, { result: result.value, words, on: turn.today }),
    ({ id, task, assignment }) => ({
      notice: { face: 'rectification', about: id },
      toast: 'followed-up',
      touches: [{ face: 'rectification', about: id }, { face: 'task', about: task }, ...cardsOf(assignment)],
    }),
  );
};
