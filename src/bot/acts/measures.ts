// Acts of measures and of the journal: look, propose, decide, take the next step, write a line (Art. 12, 15–17).

import { isDay } from '../../domain/day.ts';
import { GUIDANCE_KINDS, type JournalKind } from '../../domain/journal.ts';
import { MEASURE_KINDS, type Measure } from '../../domain/measure.ts';
import type { MeasureStep } from '../../domain/measure-steps.ts';
import { decideMeasure } from '../../flows/decide-measure.ts';
import { proposeMeasure } from '../../flows/propose-measure.ts';
import { takeMeasure } from '../../flows/take-measure.ts';
import { writeJournal } from '../../flows/write-journal.ts';
import { GUIDANCE_WORDS } from '../../words/measures.ts';
import type { Answer } from '../turn.ts';
import { maySeeMeasures } from '../views/measures.ts';
import { draftInForm, draftTyped, measureKindIn, touchedBy } from './measure-words.ts';
import { type ActHandler, type ActTurn, dayIn, manyOf, needs, oneOf, refuse, textOf, wordsOf } from './pressed.ts';
import { hiddenList } from './sight.ts';

const shownAs =
  (toast: string) =>
  (row: Measure): Answer => ({ notice: { face: 'measure', about: row.id }, toast, touches: touchedBy(row) });

/** An institution may be called by its name, or a part that only it has. */
async function subjectOf({ office, asked }: ActTurn): Promise<string> {
  return office.store.read(async (books) => {
    const isKnown = (await books.problems.get(asked.about)) ?? (await books.assignments.get(asked.about));
    if (isKnown || (await books.institutions.get(asked.about))) return asked.about;
    const { rows } = await books.institutions.search(asked.about, { skip: 0, take: 2 });
    return rows.length === 1 ? (rows[0]?.id ?? asked.about) : asked.about;
  });
}

/** A measure by its number; else what was done about a problem, an inspection, an institution. */
export const showMeasures: ActHandler = async (turn) => {
  const { asked, office, by } = turn;
  const known = await office.store.read((books) => books.measures.get(asked.about));
  const about = known ? asked.about : await subjectOf(turn);
  const assignment = await office.store.read(async (books) =>
    books.assignments.get(known?.assignment ?? (await books.problems.get(about))?.assignment ?? about),
  );
  if (!maySeeMeasures(by, assignment)) return hiddenList(turn) ?? refuse({ kind: 'not-found', what: 'institution', id: asked.about });
  const { kind } = asked.extra ?? {};
  return { notice: known ? { face: 'measure', about } : { face: 'measures', about, ...(kind === undefined ? {} : { extra: { kind } }) } };
};

export const openMeasure: ActHandler = async (turn) => needs(turn, 'propose-measure') ?? showMeasures(turn);

/** Typed: `/约谈 2026-01-01-1 2026-05-01 李检查 王经办 事实…`, `/处理 2026-01-01-1 提请 约谈 …`. */
export const propose: ActHandler = async (turn) => {
  const { asked, by, office } = turn;
  const [first = '', ...rest] = asked.words.split(/\s+/u);
  const kind = MEASURE_KINDS.find((one) => one === asked.extra?.['kind']) ?? measureKindIn(first);
  if (kind === null)
    return refuse(first === '' ? { kind: 'missing-fields', names: ['measure'] } : { kind: 'unknown-option', name: 'measure' });
  const everybody = asked.words === '' ? [] : await office.store.read((books) => books.people.all());
  const draft = asked.words === '' ? draftInForm(turn, kind) : draftTyped(rest.join(' '), kind, everybody);
  const about = await subjectOf(turn);
  return turn.through((house) => proposeMeasure(house, by, about, draft), shownAs('measure-proposed'));
};

export const approve: ActHandler = (turn) => decide(turn, true, '', 'measure-approved');

export const refuseIt: ActHandler = (turn) => decide(turn, false, wordsOf(turn, 'reason'), 'measure-refused');

async function decide(turn: ActTurn, isGranted: boolean, words: string, toast: string): Promise<Answer> {
  const version = await turn.versionOf('measures');
  return turn.through((office) => decideMeasure(office, turn.by, turn.asked.about, version, { isGranted, words }), shownAs(toast));
}

async function step(turn: ActTurn, taken: MeasureStep): Promise<Answer> {
  const version = await turn.versionOf('measures');
  return turn.through((office) => takeMeasure(office, turn.by, turn.asked.about, version, taken), shownAs('measure-taken'));
}

export const withdraw: ActHandler = (turn) => step(turn, { kind: 'withdraw' });

/** Typed: `/处理 CS2026-001 告知 直接送达`, today, or a day before the way. */
export const notify: ActHandler = (turn) => {
  const { day, words } = dayFirst(turn, 'noticedOn', 'noticeWay');
  return step(turn, { kind: 'notice', on: day, way: words });
};

export const object: ActHandler = (turn) => step(turn, { kind: 'object', words: wordsOf(turn, 'objection') });

export const answer: ActHandler = (turn) => step(turn, { kind: 'answer', words: wordsOf(turn, 'answer') });

/** Typed: `/处理 CS2026-001 办理 文号 直接送达`. */
export const carryOut: ActHandler = (turn) => {
  const { asked, form, today } = turn;
  if (asked.words === '')
    return step(turn, { kind: 'carry-out', number: textOf(form, 'number'), on: dayIn(form, 'servedOn'), way: textOf(form, 'servedWay') });
  const [number = '', ...rest] = asked.words.split(/\s+/u);
  const on = rest.find(isDay) ?? today;
  return step(turn, { kind: 'carry-out', number, on, way: rest.filter((word) => !isDay(word)).join(' ') });
};

export const end: ActHandler = (turn) => step(turn, { kind: 'end', words: wordsOf(turn, 'receipt') });

function dayFirst({ asked, form, today }: ActTurn, day: string, field: string): { readonly day: string; readonly words: string } {
  if (asked.words === '') return { day: dayIn(form, day), words: textOf(form, field) };
  const [first = '', ...rest] = asked.words.split(/\s+/u);
  return isDay(first) ? { day: first, words: rest.join(' ') } : { day: today, words: asked.words };
}

const NOTHING = { guidance: null, way: '', proof: [], witnesses: [] } as const;

async function note(turn: ActTurn, line: Omit<Parameters<typeof writeJournal>[3], never>): Promise<Answer> {
  const about = await subjectOf(turn);
  const face = { face: 'measures', about } as const;
  return turn.through(
    (office) => writeJournal(office, turn.by, about, line),
    () => ({ notice: face, toast: 'journal-written', touches: [face] }),
  );
}

/** Typed: `/指导 2026-01-01 辅导 一句话`. */
export const guide: ActHandler = async (turn) => {
  const { asked, form, today } = turn;
  const [first = '', ...rest] = asked.words.split(/\s+/u);
  const typed = GUIDANCE_KINDS.find((one) => GUIDANCE_WORDS[one] === first);
  const guidance = oneOf(asked.words === '' ? textOf(form, 'guidance') : (typed ?? first), GUIDANCE_KINDS, 'guidance');
  if (!guidance.ok) return refuse(guidance.problem);
  const words = asked.words === '' ? textOf(form, 'guided') : rest.join(' ');
  return note(turn, { ...NOTHING, kind: 'guidance', guidance: guidance.value, on: today, words });
};

/** Typed: `/处理 2026-01-01 联系 2026-03-19 电话 无人接听 E1`: a file's number anywhere is its proof. */
export const contact: ActHandler = async (turn) => {
  const { asked, form, office } = turn;
  const { day, words } = dayFirst(turn, 'contactedOn', 'contacted');
  if (asked.words === '')
    return note(turn, { ...NOTHING, kind: 'contact', on: day, way: textOf(form, 'contactWay'), words, proof: manyOf(form, 'proof') });
  const [way = '', ...rest] = words.split(/\s+/u);
  const files = await office.store.read((books) => books.evidence.ofAssignment(asked.about));
  const proof = files.map(({ id }) => id).filter((id) => rest.includes(id));
  return note(turn, { ...NOTHING, kind: 'contact', on: day, way, words: rest.filter((word) => !proof.includes(word)).join(' '), proof });
};

export const warn: ActHandler = (turn) => line(turn, 'warning', 'warned', manyOf(turn.form, 'warners'));

export const complain: ActHandler = (turn) => line(turn, 'complaint', 'complained', []);

const line = (turn: ActTurn, kind: JournalKind, field: string, witnesses: readonly string[]): Promise<Answer> =>
  note(turn, { ...NOTHING, kind, on: turn.today, words: wordsOf(turn, field), witnesses });
