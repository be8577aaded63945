// Kills the product at random moments while people work, starts it again, and afterwards looks for anything lost or doubled.

import { uuidOf } from '../../src/bot/postman.ts';
import { checkLedger } from '../../src/store/ledger.ts';
import type { FarHouse } from './far-house.ts';
import { openOffice, playTask } from './round-by-force.ts';
import { type Diary, pause, stubborn } from './stubborn.ts';

/** What came of it. `troubles` is empty when nothing was lost and nothing doubled. */
export interface Killed {
  readonly kills: number;
  readonly tasks: number;
  readonly diary: Diary;
  readonly troubles: readonly string[];
}

/** The sample county's institutions last for so many draws: none is drawn twice in a year. */
const DRAWS_A_YEAR = 5;

/** Plays rounds until the product was killed that often or the county is used up. `chance` decides when. */
export async function playUnderKills(house: FarHouse, count: number, chance: () => number): Promise<Killed> {
  const player = stubborn(house);
  await house.start();
  const pump = setInterval(() => house.platform.state.clock.advance(61_000), 1000);
  let kills = 0;
  let isOver = false;
  const killing = (async () => {
    // A slow machine lives as long between two kills as it takes to start: a process that never gets to work proves nothing.
    let life = 0;
    while (kills < count && !isOver) {
      await pause(100 + chance() * Math.max(1400, life));
      // One in five is killed again while it starts.
      const early = chance() < 0.2 ? chance() * 600 : null;
      await house.kill();
      kills += 1;
      const began = Date.now();
      const starting = house.start();
      if (early !== null && kills < count) {
        await pause(early);
        await house.kill();
        kills += 1;
        await starting;
        await house.start();
      } else await starting;
      life = Date.now() - began;
    }
  })();
  let tasks = 0;
  try {
    await openOffice(player);
    do {
      tasks += 1;
      await playTask(player, tasks);
    } while (kills < count && tasks < DRAWS_A_YEAR);
    isOver = true;
    await killing;
    await settle(house);
  } finally {
    isOver = true;
    await killing.catch(() => undefined);
    clearInterval(pump);
  }
  return { kills, tasks, diary: player.diary, troubles: await troublesOf(house, player.diary, tasks) };
}

/** Waits until nothing is under way: no event waiting, no row due, and then none that the platform would push again hours later. */
async function settle(house: FarHouse): Promise<void> {
  const { clock, delivery } = house.platform.state;
  const end = Date.now() + 120_000;
  while (Date.now() < end) {
    const [inbox, outbox] = await house.store().read(async (books) => [await books.inbox.counts(), await books.outbox.counts()] as const);
    const isQuiet = inbox.waiting === 0 && outbox.waiting === 0;
    if (isQuiet && delivery.pending() === 0) return;
    if (isQuiet) clock.advance(LAST_PUSH_MS);
    await pause(500);
  }
}

/** The platform's longest interval between two pushes. */
const LAST_PUSH_MS = 6 * 3_600_000;

async function troublesOf(house: FarHouse, diary: Diary, tasks: number): Promise<string[]> {
  return [...(await ledgerTroubles(house, tasks)), ...(await trafficTroubles(house, diary)), ...(await noticeTroubles(house))];
}

/** Decisions that can be made once for a subject. */
const ONCE: ReadonlySet<string> = new Set([
  'roster-imported',
  'task-made',
  'task-approved',
  'draw-locked',
  'draw-closed',
  'draw-settled',
  'visits-approved',
  'notice-served',
  'visit-started',
  'findings-submitted',
  'findings-cosigned',
  'inspection-reviewed',
  'publication-proposed',
  'publication-approved',
]);
const ONCE_EACH: ReadonlySet<string> = new Set(['draw-contributed', 'assignment-accepted']);

async function ledgerTroubles(house: FarHouse, tasks: number): Promise<string[]> {
  const troubles: string[] = [];
  const check = await checkLedger(house.store());
  if (check.kind === 'broken') troubles.push(`the ledger is broken at ${check.seq}`);
  const [entries, made, draws] = await house
    .store()
    .read(async (books) => [await books.ledger.from(1, 100_000), await books.tasks.all(), await books.draws.all()] as const);
  entries.forEach(({ seq }, index) => {
    if (seq !== index + 1) troubles.push(`ledger entry ${index + 1} is numbered ${seq}`);
  });
  const seen = new Set<string>();
  for (const { payload } of entries) {
    const key = `${payload.what} ${payload.about}${ONCE_EACH.has(payload.what) ? ` ${payload.by}` : ''}`;
    if ((ONCE.has(payload.what) || ONCE_EACH.has(payload.what)) && seen.has(key)) troubles.push(`twice: ${key}`);
    seen.add(key);
  }
  if (made.length !== tasks) troubles.push(`${made.length} tasks instead of ${tasks}`);
  for (const { id, state } of made) if (state !== 'published') troubles.push(`task ${id} is ${state}`);
  const numbers = draws.map(({ number }) => number).sort();
  numbers.forEach((number, index) => {
    if (number !== `2026-${String(index + 1).padStart(4, '0')}`) troubles.push(`draw ${index + 1} is numbered ${number}`);
  });
  return troubles;
}

async function trafficTroubles(house: FarHouse, diary: Diary): Promise<string[]> {
  const troubles: string[] = [];
  const { world, delivery } = house.platform.state;
  const messages = world.chats().flatMap((chat) => world.messagesOf(chat.id));
  const uuids = new Map<string, number>();
  for (const { uuid } of messages) if (uuid !== null) uuids.set(uuid, (uuids.get(uuid) ?? 0) + 1);
  for (const [uuid, times] of uuids) if (times > 1) troubles.push(`the uuid ${uuid} was sent ${times} times`);
  if (delivery.pending() > 0) troubles.push(`${delivery.pending()} events are still pending`);
  await house.store().read(async (books) => {
    const { waiting, failed } = await books.inbox.counts();
    if (waiting + failed > 0) troubles.push(`inbox: ${waiting} waiting, ${failed} failed`);
    for (const said of diary.said) {
      const key = `reply:feishu:${said}`;
      const row = await books.outbox.get(key);
      const answers = uuids.get(uuidOf(key)) ?? 0;
      if (row?.state !== 'sent' || answers !== 1)
        troubles.push(`message ${said} has ${answers} answers (${row?.state ?? 'no row'} ${row?.trouble ?? ''})`);
    }
    const counts = await books.outbox.counts();
    if (counts.waiting > 0) troubles.push(`outbox: ${counts.waiting} waiting`);
    for (const { key, trouble } of await books.outbox.parked()) troubles.push(`parked: ${key} ${trouble}`);
    const sent = messages.filter(({ uuid }) => uuid !== null).length;
    if (sent !== counts.sent) troubles.push(`${counts.sent} rows are sent, ${sent} messages arrived`);
  });
  return troubles;
}

/** What the verbs promise to whom: each must lie in that person's chat. */
async function noticeTroubles(house: FarHouse): Promise<string[]> {
  const troubles: string[] = [];
  const { world } = house.platform.state;
  const arrived = new Map(world.chats().flatMap((chat) => world.messagesOf(chat.id).map((message) => [message.uuid ?? '', chat] as const)));
  await house.store().read(async (books) => {
    const promised: (readonly [face: string, about: string, person: string | null])[] = [];
    for (const { id, draw } of await books.tasks.all()) {
      promised.push(['task', id, 'P003'], ['task', id, 'P002'], ['lock', draw ?? '', null], ['settled', draw ?? '', null]);
      promised.push(['contribute', draw ?? '', 'P004'], ['contribute', draw ?? '', 'P005']);
      for (const assignment of await books.assignments.ofTask(id)) {
        const [first, second] = assignment.seats.map(({ person }) => person);
        for (const person of [first, second]) promised.push(['assignment', assignment.id, person ?? '']);
        promised.push(['cosign', assignment.id, second ?? ''], ['review', assignment.id, 'P003']);
      }
      for (const { id: publication } of await books.publications.ofTask(id))
        promised.push(['publication', publication, 'P003'], ['publication', publication, 'P002']);
    }
    for (const [face, about, person] of promised) {
      const copies = await books.outbox.copies(face, about);
      const mine = copies.filter(({ to }) => (person === null ? to.kind === 'chat' : to.kind === 'person' && to.person === person));
      const isThere = mine.some(({ key }) => {
        const chat = arrived.get(uuidOf(key));
        return chat && (person === null ? chat.kind === 'group' : chat.kind === 'private' && chat.members.includes(person));
      });
      if (!isThere) troubles.push(`${face} ${about} did not reach ${person ?? 'the group'}`);
    }
  });
  return troubles;
}
