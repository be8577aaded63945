// Changes after the draw: what is not allowed is refused and leaves no event; replay refuses a false one.
import { expect, test } from 'vitest';
import type { Change, DrawEvent, DrawRecord } from '../../../src/domain/record.ts';
import { standingOf } from '../../../src/domain/ssj/events.ts';
import { lockDraw } from '../../../src/domain/ssj/lock.ts';
import { addEvent, refusalOf } from '../../../src/domain/ssj/next-event.ts';
import { replay } from '../../../src/domain/ssj/replay.ts';
import { linkOf } from '../../../src/domain/ssj/secrets.ts';
import { settle } from '../../../src/domain/ssj/settle.ts';
import { changeProblemWords, replayProblemWords } from '../../../src/words/draw-problems.ts';
import { RECORDS } from '../../support/vectors.ts';

const LAST = 'c'.repeat(64);
const record = drawn();
const [first, second] = record.teams as [DrawRecord['teams'][number], DrawRecord['teams'][number]];
const [a, b] = [first.team[0] as string, second.team[0] as string];

test.each<[string, string, Change]>([
  [
    'replacing someone who is not there',
    'change-not-in-team',
    { kind: 'replace', out: outsider(), places: [first.object], withdraw: false },
  ],
  ['replacing an unknown person', 'change-inspector-unknown', { kind: 'replace', out: 'P999', places: [first.object], withdraw: false }],
  ['a recusal from no place', 'change-needs-one-place', { kind: 'replace', out: a, places: [], withdraw: false }],
  ['a withdrawal that leaves places out', 'change-needs-all-places', { kind: 'replace', out: a, places: [], withdraw: true }],
  ['a swap with oneself', 'change-swap-needs-two', swap(first.object, a, first.object, a)],
  ['a swap with someone who is not there', 'change-not-in-team', swap(first.object, b, second.object, a)],
  ['a substitute for what was not drawn', 'change-object-unknown', { kind: 'substitute', object: 'Z9' }],
  ['filling a slot that is taken', 'change-slot-not-empty', { kind: 'fill', places: [{ object: first.object, slot: 0 }] }],
  ['filling a slot that there is not', 'change-slot-not-empty', { kind: 'fill', places: [{ object: first.object, slot: 9 }] }],
  ['filling nothing', 'change-nothing-to-fill', { kind: 'fill', places: [] }],
])('%s is refused before any link is opened', (_, kind, change) => {
  const problem = refusalOf(record, change);
  expect(problem?.kind).toBe(kind);
  expect(problem && changeProblemWords(problem)).toMatch(/。$/);
  expect(addEvent(record, request(change), linkOf(LAST, 9, 1)).ok).toBe(false);
});

test('whoever withdraws leaves all his places and never comes back', () => {
  const places = record.teams.filter(({ team }) => team.includes(a)).map(({ object }) => object);
  const next = taken(record, { kind: 'replace', out: a, places, withdraw: true });
  expect(next.finalTeams.some(({ team }) => team.includes(a))).toBe(false);
  expect(refusalOf(next, { kind: 'replace', out: a, places: [], withdraw: true })?.kind).toBe('change-inspector-unknown');
});

test('an inspector recused from one institution keeps the others and is not drawn for it again', () => {
  const next = taken(record, { kind: 'replace', out: a, places: [first.object], withdraw: false });
  const successor = standingOf(next).teams.get(first.object)?.team[0] as string;
  expect(successor).not.toBe(a);
  expect(refusalOf(next, swap(first.object, successor, second.object, b))?.kind).not.toBe('change-object-unknown');
  const back = taken(next, { kind: 'replace', out: successor, places: [first.object], withdraw: false });
  expect(standingOf(back).teams.get(first.object)?.team).not.toContain(a);
});

test('a substitute is the next reserve and stands behind the drawn; when none is left the team is freed', () => {
  const reserve = record.objects[0]?.reserve ?? [];
  let now = taken(record, { kind: 'substitute', object: first.object });
  expect([...standingOf(now).teams.keys()].at(-1)).toBe(reserve[0]);
  for (let i = 0; i < reserve.length; i += 1) now = taken(now, { kind: 'substitute', object: reserve[i] as string });
  expect(now.events.at(-1)?.result).toEqual({ object: null, changes: [] });
  expect(now.finalTeams.length).toBe(record.teams.length - 1);
});

test('a wrong link, a wrong number and an event beyond the chain are refused', () => {
  const change: Change = { kind: 'substitute', object: first.object };
  const wrong = addEvent(record, request(change), '0'.repeat(64));
  expect(!wrong.ok && wrong.problem).toEqual({ kind: 'event-link-bad', n: 1 });
  const next = taken(record, change);
  const events = next.events.map((event) => ({ ...event, n: 2 }));
  expect(replay({ ...next, events })).toEqual({ ok: false, problem: { kind: 'event-number-bad', n: 2 } });
});

const vector = RECORDS.find(({ record: { events } }) => events.length > 1)?.record as DrawRecord;
test.each<[string, string, unknown]>([
  ['no object', 'input-misshapen', []],
  ['a row with a key too many', 'input-misshapen', { ...vector, roster: vector.roster.map((row) => ({ ...row, extra: 1 })) }],
  ['a row changed', 'root-differs', { ...vector, roster: vector.roster.map((row, i) => (i === 0 ? { ...row, name: '示例别名' } : row)) }],
  ['a row left out', 'root-differs', { ...vector, inspectors: vector.inspectors.slice(1), recusals: [] }],
  ['a witness unknown', 'contributor-unknown', { ...vector, contributions: [...vector.contributions, { by: 'x', value: '' }] }],
  ['the server silent', 'server-silent', { ...vector, contributions: vector.contributions.slice(1) }],
  ['another secret', 'server-commit-broken', { ...vector, contributions: [{ by: 'server', value: 'f'.repeat(64) }] }],
  ['another beacon', 'beacon-not-as-planned', { ...vector, beacon: { type: 'dice', count: 1, sides: 6, throws: [1] } }],
  ['events in another order', 'event-number-bad', { ...vector, events: vector.events.toReversed() }],
  ['a change that was never possible', 'event-change-refused', { ...vector, events: vector.events.slice(0, 1).map(impossible) }],
])('replay refuses an input with %s, with a sentence', (_, kind, input) => {
  const replayed = replay(input);
  expect(!replayed.ok && replayed.problem.kind).toBe(kind);
  expect(!replayed.ok && replayProblemWords(replayed.problem)).toMatch(/。$/);
});

function impossible(event: DrawEvent): DrawEvent {
  return { ...event, request: { ...event.request, change: { kind: 'substitute', object: 'Z9' } } };
}

function drawn(): DrawRecord {
  const roster = Array.from({ length: 8 }, (_, i) => ({
    id: `A${i}`,
    name: `示例${i}`,
    category: 'lawfirm',
    risk: null,
    excluded: null,
    forced: null,
  }));
  const inspectors = Array.from({ length: 7 }, (_, i) => ({
    id: `P00${i}`,
    lead: true,
    categories: ['lawfirm'],
    cap: 3,
    load: 0,
    excluded: null,
  }));
  const locked = lockDraw({
    draw: '2026-0007',
    lockedAt: '2026-03-16T09:00:00+08:00',
    roster,
    inspectors,
    recusals: [],
    rules: {
      document: '示例文〔2026〕3号',
      strata: [{ id: 'lawfirm', category: 'lawfirm', num: 1, den: 2, min: 1, base: 'pool' }],
      weights: {},
      team: { size: 2, lead: true },
    },
    entropy: { mode: 'witness', contributors: ['server', 'W1', 'W2'].map((by) => ({ by })), beacon: null },
    secret: 'a'.repeat(64),
    lastLink: LAST,
    chainLength: 9,
    prev: '0'.repeat(64),
  });
  if (!locked.ok) throw new Error(JSON.stringify(locked.problem));
  const contributions = [{ by: 'server', value: 'a'.repeat(64) }, ...['W1', 'W2'].map((by) => ({ by, value: '雨' }))];
  return settle({ ...locked.value, roster, inspectors, recusals: [], contributions, beacon: null });
}

function taken(from: DrawRecord, change: Change): DrawRecord {
  const next = addEvent(from, request(change), linkOf(LAST, 9, from.events.length + 1));
  if (!next.ok) throw new Error(JSON.stringify(next.problem));
  return next.value;
}

function request(change: Change): DrawEvent['request'] {
  return { change, ground: 'interest', decidedBy: 'head-1', words: '同意', at: '2026-04-01T09:00:00+08:00' };
}

function swap(objectA: string, inspectorA: string, objectB: string, inspectorB: string): Change {
  return { kind: 'swap', a: { object: objectA, inspector: inspectorA }, b: { object: objectB, inspector: inspectorB }, recused: 'a' };
}

function outsider(): string {
  return record.inspectors.find(({ id }) => !first.team.includes(id))?.id as string;
}
