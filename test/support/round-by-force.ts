// A round played by people who insist: lists, then any number of tasks from draft to publication.
import type { RosterKind } from '../../src/domain/roster.ts';
import { wordsOf } from './player.ts';
import { entered, pause, type Step, type Stubborn } from './stubborn.ts';

const [ADMIN, OPERATOR, HEAD, WITNESS, OTHER_WITNESS] = ['P001', 'P002', 'P003', 'P004', 'P005'] as const;

/** Sends the four lists, confirms them, and gives the bot its group. */
export async function openOffice(player: Stubborn): Promise<void> {
  const { play, insist, sendSample } = player;
  const lists = [
    [ADMIN, '人员.xlsx', 'people'],
    [OPERATOR, '机构.xlsx', 'institutions'],
    [OPERATOR, '事项.xlsx', 'matters'],
    [OPERATOR, '文件.xlsx', 'documents'],
  ] as const;
  for (const [as, name, kind] of lists) {
    await sendSample(as, name);
    await insist({ as, verb: 'confirm-import', isDone: imported(kind) });
    if (kind === 'people') await bound(player, OPERATOR);
  }
  await play.post(`/sandbox/groups/${play.group}/bot`, { as: ADMIN });
  await insist({ as: ADMIN, verb: 'choose-group', isDone: async (books) => (await books.groups.announcing()) !== null });
}

/** Plays the task that will be the `count`th of its year. */
export async function playTask(player: Stubborn, count: number): Promise<void> {
  const { insist, say, read } = player;
  await say(OPERATOR, '/任务 新建');
  await insist({
    as: OPERATOR,
    verb: 'make-task',
    form: await taskForm(player, count),
    isDone: async (books) => (await books.tasks.all()).length >= count,
  });
  const task = `2026-${String(count).padStart(2, '0')}`;
  const reopen = `/任务 ${task}`;
  await insist({ as: HEAD, verb: 'approve-task', about: task, reopen, isDone: entered('task-approved', task) });
  await say(OPERATOR, reopen);
  const isLocked = async (books: Parameters<Parameters<typeof read>[0]>[0]) => (await books.tasks.get(task))?.draw != null;
  await insist({ as: OPERATOR, verb: 'lock-draw', about: task, reopen, isDone: isLocked });
  const draw = (await read((books) => books.tasks.get(task)))?.draw ?? '';
  for (const [witness, value] of [
    [WITNESS, '今天下雨'],
    [OTHER_WITNESS, '20260316 晴转多云'],
  ] as const)
    await insist({ as: witness, verb: 'contribute', about: draw, form: { value }, isDone: entered('draw-contributed', draw, witness) });
  await insist({ as: OPERATOR, verb: 'settle-draw', about: draw, chat: player.play.group, isDone: entered('draw-settled', draw) });
  await inspect(player, task, reopen);
  for (const { id } of await read((books) => books.assignments.ofTask(task))) {
    const proposed = entered('publication-proposed', id);
    await insist({ as: OPERATOR, verb: 'propose-publication', about: id, reopen: `/公示 ${id}`, isDone: proposed });
  }
  for (const { id } of await read((books) => books.publications.ofTask(task)))
    await insist({ as: HEAD, verb: 'approve-publication', about: id, reopen: `/公示 ${id}`, isDone: entered('publication-approved', id) });
}

async function taskForm({ read }: Stubborn, count: number) {
  const [matters, documents] = await read(async (books) => [await books.matters.all(), await books.documents.all()] as const);
  return {
    title: `2026年第${count}次法律服务机构双随机抽查（示例）`,
    kind: 'unified',
    categories: ['lawfirm', 'notary', 'grassroots'],
    document: documents[0]?.id ?? '',
    matters: matters.map(({ id }) => id),
    methods: ['onsite'],
    methodReason: '',
    from: '2026-03-16',
    to: '2026-04-30',
    mode: 'witness',
    witnesses: [WITNESS, OTHER_WITNESS],
  };
}

async function inspect(player: Stubborn, task: string, reopenTask: string): Promise<void> {
  const { insist, read } = player;
  const assignments = await read((books) => books.assignments.ofTask(task));
  for (const { id, seats } of assignments)
    for (const { person } of seats) {
      const as = person ?? '';
      await insist({ as, verb: 'accept-assignment', about: id, reopen: `/检查 ${id}`, isDone: entered('assignment-accepted', id, as) });
    }
  await player.say(HEAD, reopenTask);
  await insist({ as: HEAD, verb: 'approve-visits', about: task, reopen: reopenTask, isDone: entered('visits-approved', task) });
  for (const { id, seats } of assignments) {
    const [first = '', second = ''] = seats.map(({ person }) => person ?? '');
    const reopen = `/检查 ${id}`;
    await player.say(first, reopen);
    const served = { day: '2026-03-16', way: '当面送达' };
    await insist({ as: first, verb: 'serve-notice', about: id, form: served, reopen, isDone: entered('notice-served', id) });
    await insist({ as: first, verb: 'start-visit', about: id, reopen, isDone: entered('visit-started', id) });
    await fillFindings(player, first, id);
    const conclusion = {
      visitedOn: '2026-03-16',
      method: 'onsite',
      outcome: 'ordered',
      rectifyBy: '2026-04-10',
      summary: '查阅收案登记本十册。',
    };
    await insist({ as: first, verb: 'submit-findings', about: id, form: conclusion, reopen, isDone: entered('findings-submitted', id) });
    await insist({ as: second, verb: 'cosign-findings', about: id, reopen, isDone: entered('findings-cosigned', id) });
    await insist({ as: HEAD, verb: 'review-inspection', about: id, reopen, isDone: entered('inspection-reviewed', id) });
  }
}

/** How long one form may take, kills and all. */
const FORM_MS = 240_000;

/** Page by page; a form whose answer was lost is opened anew and goes on where the books are. */
async function fillFindings({ play, say, diary }: Stubborn, as: string, id: string): Promise<void> {
  const reopen = async (): Promise<void> => say(as, `/检查 ${id}`);
  let missing = 0;
  const answers: string[] = [];
  for (const end = Date.now() + FORM_MS; Date.now() < end; ) {
    const newest = (await play.buttons(as)).filter(({ about }) => about === id);
    if (newest.some(({ verb }) => verb === 'submit-findings')) return;
    const button = newest.find(({ verb }) => verb === 'save-findings') ?? newest.find(({ verb }) => verb === 'show-findings');
    if (!button) {
      missing += 1;
      if (missing % 60 === 0) await reopen();
      await pause(100);
      continue;
    }
    const card = (await play.messages(as)).find(({ id: message }) => message === button.message);
    const form: Record<string, string> = {};
    if (card && button.verb === 'save-findings')
      for (const [, number] of wordsOf(card).matchAll(/"name":"r(\d+)"/g)) {
        form[`r${number}`] = number === '1' ? 'problem' : 'fine';
        if (number === '1') form['w1'] = '收案登记本有两处漏登';
      }
    const pressed = await play.post<{ error?: object; toast?: { type: string } }>('/sandbox/actions', {
      as,
      message: button.message,
      button: button.name,
      form,
    });
    answers.push(`${button.verb} ${button.name} ${JSON.stringify(pressed).slice(0, 200)}`);
    if (pressed.error) diary.errors += 1;
    if (pressed.toast?.type === 'error') {
      diary.again += 1;
      await play.post('/sandbox/actions', { as, message: button.message, button: button.name, form });
      await reopen();
      await pause(1500);
    }
    if (pressed.error) await pause(100);
  }
  throw new Error(`${as} did not get through the form of ${id}; the last answers:\n${answers.slice(-8).join('\n')}`);
}

function imported(kind: RosterKind): Step['isDone'] {
  return async (books) =>
    (await books.ledger.from(1, 1000)).some(({ payload }) => payload.what === 'roster-imported' && payload.facts?.['kind'] === kind);
}

async function bound({ play, read }: Stubborn, as: string): Promise<void> {
  await play.until(`${as} to be bound`, async () => (await read((books) => books.people.get(as)))?.feishu, 120_000);
}
