// Requests to change a settled draw, and the events that came of them. Triggers hold what is decided and every event.
import { type EntityManager, EntitySchema } from 'typeorm';
import type { ChangeRequest } from '../domain/change-request.ts';
import type { DrawEvent } from '../domain/record.ts';
import type { ChangeBook } from './change-books.ts';
import { instant, integer, json, key, orNull, text, word } from './columns.ts';
import { insert, select } from './rows.ts';
import { asItIs, byNumbers, versionedBook } from './versioned-book.ts';

/** Requests. */
export const changeRequests = new EntitySchema<ChangeRequest>({
  name: 'change_requests',
  columns: {
    id: key(word),
    draw: word,
    task: word,
    kind: word,
    assignment: orNull(word),
    institution: orNull(word),
    person: orNull(word),
    ground: word,
    origin: word,
    words: text,
    by: word,
    at: instant,
    before: orNull(json),
    state: word,
    above: orNull(json),
    decision: orNull(json),
    outcome: orNull(json),
    version: integer,
  },
  indices: [{ name: 'ix_change_requests_draw', columns: ['draw'] }],
});

/** Events after the draw: what stands in its record behind the result (SSJ-1, "Events"). */
export const drawEvents = new EntitySchema<DrawEvent & { readonly draw: string }>({
  name: 'draw_events',
  columns: { draw: key(word), n: key(integer), request: json, link: word, seed: word, result: json },
});

/** The book of requests. */
export function changeBook(manager: EntityManager): ChangeBook {
  const rows = () => select(manager, changeRequests);

  return {
    ...versionedBook(manager, asItIs(changeRequests, 'id')),
    ofDraw: async (draw) => inOrder(await rows().where('row.draw = :draw', { draw }).getMany()),
    async nextId(draw) {
      const count = await rows().where('row.draw = :draw', { draw }).getCount();
      return `${draw}-${count + 1}`;
    },
    // Its number is part of the key, so that of two that were computed at once only one stays.
    addEvent: (draw, event) => insert(manager, drawEvents, [{ draw, ...event }]),
  };
}

/** The events of a draw, first to last. */
export async function eventsOf(manager: EntityManager, draw: string): Promise<readonly DrawEvent[]> {
  const found = await select(manager, drawEvents).where('row.draw = :draw', { draw }).orderBy('row.n').getMany();
  return found.map(({ draw: _draw, ...event }) => event);
}

function inOrder(found: ChangeRequest[]): ChangeRequest[] {
  return found.sort((a, b) => byNumbers(a.id, b.id));
}
