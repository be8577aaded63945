// Acts on tasks: make, decide, look at.
import { METHODS, type Method } from '../../domain/matter.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { ENTROPY_MODES } from '../../domain/task.ts';
import type { TaskDraft } from '../../domain/task-rules.ts';
import { approveVisits } from '../../flows/approve-visits.ts';
import { decideTask } from '../../flows/decide-task.ts';
import { makeTask } from '../../flows/make-task.ts';
import type { FormValue } from '../incoming.ts';
import { type ActHandler, type ActTurn, dayIn, manyOf, needs, oneOf, pageIn, refuse, textOf, wordsOf } from './pressed.ts';

const KINDS = ['unified', 'ordinary'] as const;

export const showTasks: ActHandler = (turn) => Promise.resolve({ notice: { face: 'tasks', about: '', extra: { page: pageIn(turn) } } });

export const showTask: ActHandler = ({ asked }) => Promise.resolve({ notice: { face: 'task', about: asked.about } });

export const newTask: ActHandler = async (turn) => needs(turn, 'make-task') ?? { notice: { face: 'task-form', about: '' } };

export const sendTask: ActHandler = async (turn) => {
  const draft = draftIn(turn.form);
  if (!draft.ok) return refuse(draft.problem);
  return turn.through(
    (office) => makeTask(office, turn.by, draft.value, formOf(turn.incoming)),
    (task) => ({ notice: { face: 'task', about: task.id }, toast: 'task-made' }),
  );
};

/** The card a form was filled in on; a typed command has none. */
function formOf(incoming: ActTurn['incoming']): string | null {
  return incoming.kind === 'press' ? `${incoming.platform}:${incoming.message}` : null;
}

/** A form as a draft: closed lists are checked here, everything else by the rules. */
function draftIn(form: Readonly<Record<string, FormValue>>): Result<TaskDraft, Refusal> {
  const kind = oneOf(textOf(form, 'kind'), KINDS, 'kind');
  if (!kind.ok) return kind;
  const mode = oneOf(textOf(form, 'mode'), ENTROPY_MODES, 'mode');
  if (!mode.ok) return mode;
  const methods = manyOf(form, 'methods');
  if (!methods.every((method): method is Method => METHODS.some((known) => known === method)))
    return fail({ kind: 'unknown-option', name: 'methods' });
  return ok({
    title: textOf(form, 'title'),
    kind: kind.value,
    categories: manyOf(form, 'categories'),
    document: textOf(form, 'document'),
    matters: manyOf(form, 'matters'),
    methods,
    methodReason: textOf(form, 'methodReason') || null,
    from: dayIn(form, 'from'),
    to: dayIn(form, 'to'),
    ownerUnit: '',
    mode: mode.value,
    lottery: { game: textOf(form, 'game'), issue: textOf(form, 'issue'), drawnOn: dayIn(form, 'drawnOn') },
    witnesses: manyOf(form, 'witnesses'),
  });
}

export const approveTask: ActHandler = (turn) => decide(turn, true);

export const refuseTask: ActHandler = (turn) => decide(turn, false);

async function decide(turn: ActTurn, approve: boolean): ReturnType<ActHandler> {
  const version = await turn.versionOf('tasks');
  return turn.through(
    (office) => decideTask(office, turn.by, turn.asked.about, version, { approve, words: wordsOf(turn) }),
    (task) => ({
      notice: { face: 'task', about: task.id },
      toast: approve ? 'task-approved' : 'task-refused',
      touches: [{ face: 'task', about: task.id }],
    }),
  );
}

export const approveAllVisits: ActHandler = (turn) =>
  turn.through(
    (office) => approveVisits(office, turn.by, turn.asked.about, 'all'),
    (visits) => ({
      notice: { face: 'task', about: turn.asked.about },
      toast: 'visits-approved',
      touches: [{ face: 'task', about: turn.asked.about }, ...visits.map(({ id }) => ({ face: 'assignment', about: id }) as const)],
    }),
  );
