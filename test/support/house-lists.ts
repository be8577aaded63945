// Fills a running house with the sample county and brings a task to its draw by the product's own verbs, so that a test starts where its question is.
import type { Draw } from '../../src/domain/draw.ts';
import type { Person } from '../../src/domain/person.ts';
import type { TaskDraft } from '../../src/domain/task-rules.ts';
import { addGroup } from '../../src/flows/add-group.ts';
import { decideTask } from '../../src/flows/decide-task.ts';
import { lockDraw } from '../../src/flows/lock-draw.ts';
import { makeTask } from '../../src/flows/make-task.ts';
import type { Office } from '../../src/flows/office.ts';
import { loadOffice } from '../../src/settings/office.ts';
import { COUNTY_DOCUMENTS, COUNTY_INSTITUTIONS, COUNTY_PEOPLE, published } from './county.ts';
import type { House } from './house.ts';
import { added, done } from './office.ts';

/** The stand-in's account of a person of the sample office. */
export function accountAt(id: string): string {
  return `ou_${id.padStart(32, '0')}`;
}

/** The four lists, everybody bound, and the 公示群 chosen. The first administrator stays the one of the environment. */
export async function fillHouse({ product: { office }, play }: House): Promise<void> {
  const config = loadOffice('config');
  if (!config.ok) throw new Error('the config does not load');
  const stamp = { at: office.now(), by: 'system', source: '示例' } as const;
  const people = COUNTY_PEOPLE.map((person) => (person.id === 'P001' ? person : { ...person, feishu: accountAt(person.id) }));
  await office.store.work(async (books) => {
    const known = new Set((await books.matters.all()).map(({ id }) => id));
    const matters = published(config.value.matters);
    for (const { id } of matters) {
      const before = known.has(id) ? await books.matters.get(id) : null;
      const after = matters.find((one) => one.id === id);
      if (after) await books.matters.apply([{ id, before, after }], stamp);
    }
    await books.people.apply(added(people), stamp);
    await books.institutions.apply(added(COUNTY_INSTITUTIONS), stamp);
    await books.documents.apply(added(COUNTY_DOCUMENTS), stamp);
  });
  await play.post(`/sandbox/groups/${play.group}/bot`, { as: 'P001' });
  await addGroup(office, { platform: 'feishu', chat: play.group, name: '示例公示群' });
  await office.store.work((books) => books.groups.choose('feishu', play.group));
}

/** The person as the books have him. */
export async function personIn(office: Office, id: string): Promise<Person> {
  const person = await office.store.read((books) => books.people.get(id));
  if (!person) throw new Error(`nobody is called ${id}`);
  return person;
}

/** A locked draw of the whole county, witnessed by P004 and P005; locked at that very moment, if one is given. */
export async function lockedIn({ product: { office }, play }: House, change: Partial<TaskDraft> = {}, lockedAt?: Date): Promise<Draw> {
  const [operator, head] = [await personIn(office, 'P002'), await personIn(office, 'P003')];
  const draft: TaskDraft = {
    title: '示例：2026年第一次抽查',
    kind: 'ordinary',
    categories: ['lawfirm', 'notary', 'grassroots'],
    document: (await office.store.read((books) => books.documents.all()))[0]?.id ?? '',
    matters: (await office.store.read((books) => books.matters.all())).map(({ id }) => id),
    methods: ['onsite'],
    methodReason: null,
    from: '2026-03-17',
    to: '2026-04-30',
    ownerUnit: '',
    mode: 'witness',
    witnesses: ['P004', 'P005'],
    ...change,
  };
  const task = await done(makeTask(office, operator, draft));
  const approved = await done(decideTask(office, head, task.id, task.version, { approve: true, words: '' }));
  const atLock = lockedAt === undefined ? office : { ...office, now: () => lockedAt };
  const draw = await done(lockDraw(atLock, operator, task.id, approved.version));
  // The verbs wrote their notices; the next turn of the desk has them carried.
  await play.ask('P002', '/帮助');
  return draw;
}
