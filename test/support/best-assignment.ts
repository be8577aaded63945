// Slow but obvious ways to know the best assignment: a maximum flow for how many places, all possibilities for how even.
import type { AssignInput } from '../../src/domain/ssj/board.ts';

type Row = AssignInput['inspectors'][number];

/** Most places that can be filled at once, by augmenting paths: inspector → his seat at an object (one at most) → slot. */
export function mostFilled({ objects, inspectors }: AssignInput): number {
  const room = new Map<string, Map<string, number>>();
  const pipe = (from: string, to: string, width: number): void => {
    for (const [a, b, w] of [[from, to, width] as const, [to, from, 0] as const]) {
      const out = room.get(a) ?? new Map<string, number>();
      room.set(a, out.set(b, (out.get(b) ?? 0) + w));
    }
  };
  for (const row of inspectors) pipe('source', row.id, Math.max(0, (row.cap ?? 99) - row.load));
  for (const { id, slots, recused } of objects) {
    for (const [slot, needs] of slots.entries()) {
      pipe(`${id}/${slot}`, 'sink', 1);
      for (const row of inspectors) if (fits(row, needs) && !recused.includes(row.id)) pipe(`${row.id}@${id}`, `${id}/${slot}`, 1);
    }
    for (const row of inspectors) pipe(row.id, `${row.id}@${id}`, 1);
  }
  let flow = 0;
  while (push(room, 'source', new Set())) flow += 1;
  return flow;
}

function push(room: Map<string, Map<string, number>>, at: string, seen: Set<string>): boolean {
  if (at === 'sink') return true;
  seen.add(at);
  for (const [to, width] of room.get(at) ?? []) {
    if (width === 0 || seen.has(to) || !push(room, to, seen)) continue;
    room.get(at)?.set(to, width - 1);
    room.get(to)?.set(at, (room.get(to)?.get(at) ?? 0) + 1);
    return true;
  }
  return false;
}

/** The least sum of squared loads of all full staffings, by trying every one. */
export function leastSquares({ objects, inspectors }: AssignInput): number {
  const places = objects.flatMap((object) => object.slots.map((needs, slot) => ({ object, needs, slot })));
  const load = new Map(inspectors.map((row) => [row.id, row.load]));
  const team: string[] = [];
  const best = (at: number): number => {
    const place = places[at];
    if (!place) return [...load.values()].reduce((sum, one) => sum + one * one, 0);
    const mates = team.slice(at - place.slot, at);
    let least = Infinity;
    for (const row of inspectors) {
      const before = load.get(row.id) ?? 0;
      if (before >= (row.cap ?? Infinity) || !fits(row, place.needs) || place.object.recused.includes(row.id) || mates.includes(row.id))
        continue;
      load.set(row.id, before + 1);
      team[at] = row.id;
      least = Math.min(least, best(at + 1));
      load.set(row.id, before);
    }
    return least;
  };
  return best(0);
}

function fits(row: Row, needs: readonly string[]): boolean {
  return needs.every((need) => row.qualifications.includes(need));
}
