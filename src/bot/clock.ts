// The clock: ticks each minute. What is due comes from the books, so a tick missed or doubled loses and repeats nothing.
import { schedule } from 'node-cron';
import { dayOf } from '../domain/day.ts';
import type { Platform } from '../domain/person.ts';
import { askForNumbers } from '../flows/ask-for-numbers.ts';
import { closeDue } from '../flows/close-due.ts';
import { fetchBeacons } from '../flows/fetch-beacons.ts';
import type { Office } from '../flows/office.ts';
import { publishVoidOutcomes } from '../flows/publish-void-outcomes.ts';
import { remind } from '../flows/remind.ts';
import { sayWitnessesLate } from '../flows/say-witnesses-late.ts';
import { sendAgain } from '../flows/send-again.ts';
import { settleDue } from '../flows/settle-due.ts';
import { type Log, traced } from '../log.ts';
import type { OpenDesk } from './desk.ts';
import type { Postman } from './postman.ts';

/** What the clock needs. */
export interface ClockTools {
  readonly office: Office;
  readonly desk: Pick<OpenDesk, 'resume'>;
  readonly postman: Postman;
  readonly log: Log;
  readonly platforms: () => readonly Platform[];
}

export interface Clock {
  /** One tick now: for the start, for a clock that was moved, for tests. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

/** Done events are kept this long: the platform pushes an event again for up to seven hours. */
const INBOX_KEPT_MS = 24 * 3600_000;

/** Starts the clock. Ticks do not overlap. */
export function startClock(tools: ClockTools): Clock {
  let running: Promise<void> = Promise.resolve();
  const tick = (): Promise<void> => {
    running = running.then(() => tickOnce(tools)).catch((error: unknown) => tools.log.error('tick-failed', { ...traced(error) }));
    return running;
  };
  const cron = schedule('* * * * *', tick, { timezone: 'Asia/Shanghai', noOverlap: true });
  return {
    tick,
    async stop() {
      await cron.stop();
      await running;
    },
  };
}

async function tickOnce({ office, desk, postman, log, platforms }: ClockTools): Promise<void> {
  const now = office.now();
  // First what was left lying: an event whose database was away, a message whose platform was.
  await desk.resume();
  postman.kick();
  await postman.releaseBound();
  const reminded = await remind(office, now);
  if (!reminded.ok) {
    log.warn('not-reminded', { why: reminded.problem.kind });
    await tellNoHolidays(office, now);
  }
  await sendAgain(office, now);
  await office.store.work((books) => books.inbox.sweep(new Date(now.getTime() - INBOX_KEPT_MS)));
  await tickDraws(office, postman);
  // The group's card learns at the same time that it can be closed.
  for (const number of await sayWitnessesLate(office)) await postman.refresh('lock', number, null);
  for (const platform of platforms()) {
    await postman.bindNewcomers(platform).catch((error: unknown) => log.warn('look-up-failed', { platform, ...traced(error) }));
  }
}

/** What draws owe to the hour: sealed before their beacon, asked for it, fetched, opened; and the outcomes of void ones. */
async function tickDraws(office: Office, postman: Postman): Promise<void> {
  for (const number of await closeDue(office)) {
    for (const face of ['lock', 'contribute']) await postman.refresh(face, number, null);
  }
  for (const number of await askForNumbers(office)) await postman.refresh('lock', number, null);
  for (const number of await fetchBeacons(office)) {
    for (const face of ['lock', 'beacon']) await postman.refresh(face, number, null);
  }
  for (const number of await settleDue(office)) {
    for (const face of ['lock', 'beacon', 'void']) await postman.refresh(face, number, null);
  }
  for (const number of await publishVoidOutcomes(office)) await postman.refresh('lock', number, null);
  postman.kick();
}

/** In a year whose holidays nobody entered there are no reminders: the administrators hear of it once a day. */
async function tellNoHolidays(office: Office, now: Date): Promise<void> {
  const day = dayOf(now);
  await office.store.work(async (books) => {
    for (const { id } of await books.people.byRole('admin')) {
      const notice = { face: 'notice-text', about: '', extra: { key: 'no-holidays' } } as const;
      await books.outbox.add({ key: `no-holidays:${id}:${day}`, to: { kind: 'person', person: id }, notice, madeAt: now });
    }
  });
}
