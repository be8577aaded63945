// The routes of /sandbox behind the page's right-hand panel: the clock, faults, the wire, the live line.
import type { Router } from 'express';
import { z } from 'zod';
import { workdaysAhead } from './clock.ts';
import { isFaultKind } from './faults.ts';
import { memberById } from './people.ts';
import type { PlatformState } from './platform-state.ts';
import { asked, fine, refuse } from './script-route.ts';
import type { FaultKind } from './shapes.ts';

const Moving = z.union([
  z.object({ at: z.iso.datetime({ offset: true }) }),
  z.object({ advance: z.strictObject({ ms: z.number().nonnegative() }) }),
  z.object({ advance: z.strictObject({ days: z.number().nonnegative() }) }),
  z.object({ advance: z.strictObject({ workdays: z.int().nonnegative().max(1000) }) }),
]);
const Faulting = z.object({
  kind: z.string().refine(isFaultKind, '没有这种故障'),
  count: z.int().nonnegative().max(1000).default(1),
});

const DAY_MS = 86_400_000;

/** Adds the routes. */
export function controlRoutes(state: PlatformState, router: Router): void {
  router.get(
    '/sandbox/state',
    asked(z.object({}), () => fine(state.state())),
  );
  router.get(
    '/sandbox/clock',
    asked(z.object({}), () => fine(state.clock.view())),
  );
  router.post(
    '/sandbox/clock',
    asked(Moving, (moving) => {
      const ms = aheadMs(state.clock.now(), moving);
      if (ms < 0) return refuse(400, '时钟只能向前拨');
      state.clock.advance(ms);
      return fine(state.clock.view());
    }),
  );
  router.get(
    '/sandbox/faults',
    asked(z.object({}), () => fine(state.faults.view())),
  );
  router.post(
    '/sandbox/faults',
    asked(Faulting, ({ kind, count }) => {
      ask(state, kind, count);
      return fine(state.faults.view());
    }),
  );
  router.get(
    '/sandbox/wire',
    asked(z.object({ since: z.coerce.number().default(0) }), ({ since }) => fine(state.wire.since(since))),
  );
  router.get('/sandbox/events', (request, response) => {
    const by = memberById(typeof request.query['as'] === 'string' ? request.query['as'] : '');
    if (by === undefined) response.status(400).json({ error: { code: 400, text: '须以 as 指明是谁（如 P002）' } });
    else state.streams.open(by.id, response);
  });
}

/** A fault of the connection hits the open one at once; the rest of the count waits for the next ones. */
function ask(state: PlatformState, kind: FaultKind, count: number): void {
  const isAtOnce = (kind === 'dropped-connection' || kind === 'half-open') && count > 0 && state.connections.isConnected();
  state.faults.ask(kind, isAtOnce ? count - 1 : count);
  if (!isAtOnce) return;
  if (kind === 'half-open') state.connections.mute();
  else state.connections.drop();
}

function aheadMs(now: number, moving: z.infer<typeof Moving>): number {
  if ('at' in moving) return Date.parse(moving.at) - now;
  const { advance } = moving;
  if ('ms' in advance) return advance.ms;
  return 'days' in advance ? advance.days * DAY_MS : workdaysAhead(now, advance.workdays);
}
