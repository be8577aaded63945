// Acts after the draw: ask for 回避, 递补, 补位; decide, refuse, or record and confirm what was decided above.
import { rulingIn } from '../../cards/change-choice.ts';
import { CHANGE_ORIGINS, type ChangeGround, type ChangeRequest, GROUNDS_OF, isPending, type Ruling } from '../../domain/change-request.ts';
import { teamOf } from '../../domain/seats.ts';
import { askChange } from '../../flows/ask-change.ts';
import { caseOf } from '../../flows/changing.ts';
import { confirmAbove } from '../../flows/confirm-above.ts';
import { decideChange } from '../../flows/decide-change.ts';
import { declareConflict } from '../../flows/declare-conflict.ts';
import { recordAbove } from '../../flows/record-above.ts';
import { refuseChange } from '../../flows/refuse-change.ts';
import { CHANGE_GROUND_WORDS } from '../../words/changes.ts';
import type { Answer } from '../turn.ts';
import { maySeeChange } from '../views/changes.ts';
import { personNamed, ruledIn } from './change-words.ts';
import { assignmentShown } from './inspections.ts';
import { type ActHandler, type ActTurn, needs, oneOf, refuse, textOf, wordsOf } from './pressed.ts';

/** The request in its new state, and every card that shows something old now; `others` are requests that the decision may have settled too. */
function shownAs(toast: string, others: readonly ChangeRequest[] = []): (request: ChangeRequest) => Answer {
  return ({ id, draw, task, assignment, outcome }) => {
    const rows = [assignment, outcome?.closed ?? null, ...(outcome?.moves.map((move) => move.assignment) ?? [])];
    const visits = [...new Set(rows)].flatMap((row) => (row === null ? [] : [{ face: 'assignment', about: row } as const]));
    const requests = [...new Set([id, ...others.map((one) => one.id)])].map((about) => ({ face: 'change', about }) as const);
    const result =
      outcome === null
        ? []
        : ([
            { face: 'settled', about: draw },
            { face: 'confirm', about: draw },
          ] as const);
    return { notice: { face: 'change', about: id }, toast, touches: [...requests, ...visits, ...result, { face: 'task', about: task }] };
  };
}

/** The other requests of the same draw that still wait: a decision may leave nothing of them to be decided. */
async function othersOf({ office, asked }: ActTurn): Promise<readonly ChangeRequest[]> {
  return office.store.read(async (books) => {
    const request = await books.changes.get(asked.about);
    return request ? (await books.changes.ofDraw(request.draw)).filter((one) => one.id !== request.id && isPending(one)) : [];
  });
}

export const showChange: ActHandler = async (turn) => {
  const { asked, office, by } = turn;
  const found = await office.store.read((books) => caseOf(books, asked.about));
  if (found.ok && maySeeChange(by, found.value)) return { notice: { face: 'change', about: asked.about } };
  return needs(turn, 'see-inspections') ?? refuse({ kind: 'not-found', what: 'change', id: asked.about });
};

/** Who sits there declares on his own card; for others there is a form. */
export const openRecusal: ActHandler = async (turn) => {
  if (await isSeated(turn)) return { notice: { face: 'assignment', about: turn.asked.about } };
  return openForm(turn, 'recusal');
};

export const openSubstitute: ActHandler = (turn) => openForm(turn, 'substitute');

export const openFill: ActHandler = (turn) => openForm(turn, 'fill');

/** The number of a request in place of an inspection's opens the request. */
async function openForm(turn: ActTurn, mode: 'recusal' | 'substitute' | 'fill'): Promise<Answer> {
  const { asked, office } = turn;
  const request = await office.store.read((books) => books.changes.get(asked.about));
  if (request) return showChange(turn);
  return needs(turn, 'ask-change') ?? { notice: { face: 'change-form', about: asked.about, extra: { mode } } };
}

async function isSeated({ asked, office, by }: ActTurn): Promise<boolean> {
  const row = await office.store.read((books) => books.assignments.get(asked.about));
  return row !== null && teamOf(row).includes(by.id);
}

/** Typed: `/回避 2026-01-03 李检查 说明…`; whoever sits there himself needs no name. */
export const askRecusal: ActHandler = async (turn) => {
  const { asked, by, form } = turn;
  if (asked.words !== '') return typedRecusal(turn);
  const ground = groundIn(turn, 'recusal');
  const origin = oneOf(textOf(form, 'origin'), CHANGE_ORIGINS, 'origin');
  if (!ground.ok) return refuse(ground.problem);
  if (!origin.ok || origin.value === 'self') return refuse(origin.ok ? { kind: 'unknown-option', name: 'origin' } : origin.problem);
  const { value: from } = origin;
  const asking = { kind: 'recusal', assignment: asked.about, person: textOf(form, 'person'), origin: from, ground: ground.value } as const;
  return turn.through((office) => askChange(office, by, { ...asking, words: textOf(form, 'words') }), shownAs('change-asked'));
};

async function typedRecusal(turn: ActTurn): Promise<Answer> {
  const { asked, by } = turn;
  if (await isSeated(turn)) {
    const version = await turn.versionOf('assignments');
    const conflict = { ground: 'other', words: asked.words } as const;
    return turn.through((office) => declareConflict(office, by, asked.about, version, conflict), assignmentShown('conflict-declared'));
  }
  const [first = '', ...rest] = asked.words.split(/\s+/u);
  const person = await personNamed(turn, first);
  const origin = by.roles.includes('head') ? 'order' : 'institution';
  const asking = { kind: 'recusal', assignment: asked.about, person, origin, ground: 'other', words: rest.join(' ') } as const;
  return turn.through((office) => askChange(office, by, asking), shownAs('change-asked'));
}

/** Typed: `/递补 2026-01-03 停业 依据…`. */
export const askSubstitute: ActHandler = async (turn) => {
  const { asked, by } = turn;
  const ground = groundIn(turn, 'substitute');
  if (!ground.ok) return refuse(ground.problem);
  const typed = asked.words === '' ? textOf(turn.form, 'evidence') : asked.words.split(/\s+/u).slice(1).join(' ');
  const asking = { kind: 'substitute', assignment: asked.about, ground: ground.value, words: typed } as const;
  return turn.through((office) => askChange(office, by, asking), shownAs('change-asked'));
};

/** The ground of the form, or the first word typed. */
function groundIn(turn: ActTurn, kind: 'recusal' | 'substitute') {
  const [first = ''] = turn.asked.words.split(/\s+/u);
  const typed = GROUNDS_OF[kind].find((one) => first !== '' && CHANGE_GROUND_WORDS[one] === first);
  return oneOf<ChangeGround>(typed ?? (first === '' ? textOf(turn.form, 'ground') : first), GROUNDS_OF[kind], 'ground');
}

export const askFill: ActHandler = (turn) =>
  turn.through((office) => askChange(office, turn.by, { kind: 'fill', draw: turn.asked.about, words: '' }), shownAs('change-asked'));

/** Typed: `/变更 2026-0001-1 批准 另补`; a request of which only one thing can be decided needs no more words. */
export const decide: ActHandler = (turn) => decideAs(turn, wordsOf(turn, 'remedy'));

/** `/交换 2026-0001-1 张检查`. */
export const swap: ActHandler = (turn) => decideAs(turn, `交换 ${wordsOf(turn)}`);

async function decideAs(turn: ActTurn, typed: string): Promise<Answer> {
  const { asked, by } = turn;
  const refusal = needs(turn, 'decide-change');
  if (refusal) return refusal;
  const version = await turn.versionOf('changes');
  const ruling = await rulingOf(turn, typed);
  if (ruling === null || ruling.kind === 'refuse') return refuse({ kind: 'missing-fields', names: ['remedy'] });
  const others = await othersOf(turn);
  return turn.through((office) => decideChange(office, by, asked.about, version, ruling), shownAs('change-decided', others));
}

export const refuseIt: ActHandler = async (turn) => {
  const version = await turn.versionOf('changes');
  return turn.through(
    (office) => refuseChange(office, turn.by, turn.asked.about, version, wordsOf(turn, 'reason')),
    shownAs('change-refused'),
  );
};

/** Typed: `/变更 2026-0001-1 上级 示例司文〔2026〕9号 不参与`. */
export const recordRuling: ActHandler = async (turn) => {
  const { asked, by, form } = turn;
  const refusal = needs(turn, 'record-above');
  if (refusal) return refusal;
  const version = await turn.versionOf('changes');
  const [first = '', ...rest] = asked.words.split(/\s+/u);
  const number = asked.words === '' ? textOf(form, 'number') : first;
  const ruling = await rulingOf(turn, asked.words === '' ? textOf(form, 'aboveRemedy') : rest.join(' '));
  if (ruling === null) return refuse({ kind: 'missing-fields', names: ['aboveRemedy'] });
  return turn.through((office) => recordAbove(office, by, asked.about, version, number, ruling), shownAs('above-recorded'));
};

export const confirm: ActHandler = async (turn) => {
  const version = await turn.versionOf('changes');
  const others = await othersOf(turn);
  return turn.through((office) => confirmAbove(office, turn.by, turn.asked.about, version), shownAs('above-confirmed', others));
};

/** An option of the form, or the words for it; none where the kind of the request leaves no choice. */
async function rulingOf(turn: ActTurn, typed: string): Promise<Ruling | null> {
  const fromForm = rulingIn(typed);
  if (fromForm) return fromForm;
  const found = await turn.office.store.read((books) => caseOf(books, turn.asked.about));
  return found.ok ? ruledIn(typed, found.value) : null;
}
