// Who may decide a change, what a head is offered and in which order, what the record may say, and what typed words mean.
import { expect, test } from 'vitest';
import { ruledIn } from '../../src/bot/acts/change-words.ts';
import { choiceOption, rulingIn } from '../../src/cards/change-choice.ts';
import type { Assignment } from '../../src/domain/assignment.ts';
import { choicesOf, rulingOf } from '../../src/domain/change-choices.ts';
import { CHANGE_KINDS, type ChangeRequest, GROUND_LABELS, GROUNDS_OF, type Ruling } from '../../src/domain/change-request.ts';
import { changeOf, confirmersOf, decidersOf, isConcerned, mayGoUp } from '../../src/domain/change-ruling.ts';
import type { Person } from '../../src/domain/person.ts';
import { standingAtResult } from '../../src/domain/ssj/standing.ts';
import { CHANGE_GROUND_WORDS } from '../../src/words/changes.ts';
import * as rows from '../store/samples.ts';
import { samplePerson } from '../support/samples.ts';

const person = (id: string, ...roles: Person['roles']): Person => samplePerson(id, `示例${id}`, { roles });
const EVERYBODY = [
  ...['P1', 'P2', 'P3', 'P4'].map((id) => person(id, 'inspector')),
  person('P5', 'inspector', 'head'),
  person('H1', 'head'),
  person('H2', 'head'),
  { ...person('H3', 'head'), status: 'left' as const },
  person('O1', 'operator'),
  person('O2', 'operator'),
  person('W1', 'witness'),
  person('W2', 'witness'),
];

/** Three law firms with teams of two; the third is told, the second has one yes. */
function visit(n: number, team: readonly [string, string], change: Partial<Assignment> = {}): Assignment {
  const seats = team.map((id, slot) => ({ slot, person: id, answer: { kind: 'open' } as const }));
  return {
    ...rows.assignment,
    id: `2026-03-0${n}`,
    institution: `A${n}`,
    seats,
    state: 'offered',
    approval: null,
    notice: null,
    startedAt: null,
    findings: null,
    submitted: null,
    cosign: null,
    review: null,
    returned: null,
    ...change,
  };
}
const yes = { kind: 'accepted', at: rows.at } as const;
const one = visit(1, ['P1', 'P2']);
const two = visit(2, ['P3', 'P4'], {
  seats: [
    { slot: 0, person: 'P3', answer: yes },
    { slot: 1, person: 'P4', answer: { kind: 'open' } },
  ],
});
const three = visit(3, ['P4', 'P5'], { notice: rows.assignment.notice, approval: rows.assignment.approval, state: 'to-visit' });
const VISITS = [three, two, one];

const standing = standingAtResult({
  manifest: { ...rows.draw.manifest, rules: { ...rows.draw.manifest.rules, team: { size: 2, lead: false } } },
  roster: ['A1', 'A2', 'A3', 'A4'].map((id) => ({ id, name: id, category: 'lawfirm', risk: null, excluded: null, forced: null })),
  inspectors: ['P1', 'P2', 'P3', 'P4', 'P5'].map((id) => ({ id, lead: true, categories: ['lawfirm'], cap: 3, load: 0, excluded: null })),
  recusals: [],
  objects: [{ stratum: 'S1', forced: [], drawn: ['A1', 'A2', 'A3'], reserve: ['A4'] }],
  teams: [one, two, three].map(({ institution, seats }) => ({ object: institution, team: seats.map((seat) => seat.person) })),
});

const REQUEST: ChangeRequest = {
  ...rows.changeRequest,
  assignment: one.id,
  institution: 'A1',
  person: 'P1',
  by: 'P1',
  state: 'open',
  above: null,
};
const choices = (request: ChangeRequest) => choicesOf(request, { rows: VISITS, standing, known: [request] });

test.each<[string, Partial<ChangeRequest>, readonly string[], boolean]>([
  ["an inspector's own", {}, ['P5', 'H1', 'H2'], false],
  ['a head ordered', { by: 'H1' }, ['P5', 'H2'], false],
  ['about somebody in the team of a head', { assignment: three.id, person: 'P4' }, ['H1', 'H2'], false],
  ["a head's own", { assignment: three.id, person: 'P5', by: 'P5' }, ['H1', 'H2'], true],
])('a request that is %s is decided by heads who neither asked nor are concerned', (_, change, heads, isUp) => {
  const request = { ...REQUEST, ...change };
  expect(decidersOf(request, VISITS, EVERYBODY)).toEqual(heads);
  expect(mayGoUp(request, VISITS, EVERYBODY)).toBe(isUp);
});

test('with no head left it goes up, and what is typed is confirmed by another than the typist, the asker or the concerned', () => {
  const people = EVERYBODY.filter(({ roles }) => !roles.includes('head'));
  expect(mayGoUp(REQUEST, VISITS, people)).toBe(true);
  const above = { number: '示例司文〔2026〕9号', ruling: { kind: 'replace' }, by: 'O1', at: rows.at } as const;
  expect(confirmersOf({ ...REQUEST, above }, VISITS, people, ['W1'])).toEqual(['O2', 'W1']);
  expect(confirmersOf({ ...REQUEST, by: 'O2', above }, VISITS, people, ['W1'])).toEqual(['W1']);
  expect(confirmersOf(REQUEST, VISITS, people, ['W1'])).toEqual([]);
});

test('a swap concerns the other team too', () => {
  const swap: Ruling = { kind: 'swap', assignment: two.id, person: 'P3' };
  expect(isConcerned(REQUEST, null, VISITS, 'P4')).toBe(false);
  expect(isConcerned(REQUEST, swap, VISITS, 'P4')).toBe(true);
});

test('a withdrawal concerns every team of whoever leaves, and filling concerns every team with an empty place', () => {
  const request: ChangeRequest = { ...REQUEST, person: 'P4', assignment: two.id };
  expect(isConcerned(request, null, VISITS, 'P5')).toBe(false);
  expect(isConcerned(request, { kind: 'withdraw' }, VISITS, 'P5')).toBe(true);
  const fill: ChangeRequest = { ...REQUEST, kind: 'fill', person: null, assignment: null, institution: null };
  const seats = three.seats.map((seat) => (seat.person === 'P4' ? { ...seat, person: null } : seat));
  const short = [{ ...three, seats }, two, one];
  expect(decidersOf(fill, VISITS, EVERYBODY)).toContain('P5');
  expect(decidersOf(fill, short, EVERYBODY)).not.toContain('P5');
  expect(isConcerned(fill, { kind: 'fill' }, short, 'P1')).toBe(false);
});

test('a ruling that touches the only other head goes up, though he could decide otherwise', () => {
  const request: ChangeRequest = { ...REQUEST, person: 'P4', assignment: two.id };
  const people = EVERYBODY.filter(({ id }) => id !== 'H1' && id !== 'H2');
  expect(mayGoUp(request, VISITS, people)).toBe(false);
  expect(mayGoUp(request, VISITS, people, { kind: 'withdraw' })).toBe(true);
});

test('whoever steps aside everywhere concerns all his teams, and where no other head is left that goes up', () => {
  const both = [one, { ...three, seats: [{ slot: 0, person: 'P1', answer: { kind: 'open' } } as const, ...three.seats.slice(1)] }];
  const withdraw: Ruling = { kind: 'withdraw' };
  const mate = three.seats[1]?.person ?? expect.fail();
  expect(isConcerned(REQUEST, { kind: 'replace' }, both, mate)).toBe(false);
  expect(isConcerned(REQUEST, withdraw, both, mate)).toBe(true);
  const [head] = EVERYBODY.filter(({ roles }) => roles.includes('head'));
  const alone = [...EVERYBODY.filter(({ roles }) => !roles.includes('head')), { ...(head ?? expect.fail()), id: mate }];
  expect(decidersOf(REQUEST, both, alone)).toEqual([mate]);
  expect(decidersOf(REQUEST, both, alone, withdraw)).toEqual([]);
  expect([mayGoUp(REQUEST, both, alone, { kind: 'replace' }), mayGoUp(REQUEST, both, alone, withdraw)]).toEqual([false, true]);
});

test('filling concerns whoever sits in a team with an empty place', () => {
  const request: ChangeRequest = { ...REQUEST, kind: 'fill', assignment: null, institution: null, person: null };
  const visits = [{ ...one, seats: [...one.seats.slice(0, 1), { slot: 1, person: null, answer: { kind: 'open' } } as const] }, two];
  expect(isConcerned(request, null, visits, one.seats[0]?.person ?? '')).toBe(true);
  expect(isConcerned(request, null, visits, two.seats[0]?.person ?? '')).toBe(false);
});

test('swaps come first, those that disturb least before the others; whoever sits in both teams is not offered', () => {
  const offered = choices(REQUEST);
  expect(offered.map((choice) => (choice.kind === 'swap' ? `${choice.assignment} ${choice.person}` : choice.kind))).toEqual([
    // Not told and nobody there has to say yes again but one; within a team, first who has not answered.
    `${two.id} P4`,
    `${two.id} P3`,
    // The institution has been told already.
    `${three.id} P4`,
    `${three.id} P5`,
    'replace',
    'withdraw',
  ]);
  expect(offered).toContainEqual({ kind: 'replace', eligible: 3 });
  const both = choices({ ...REQUEST, assignment: two.id, institution: 'A2', person: 'P3' });
  expect(both.some((choice) => choice.kind === 'swap' && choice.person === 'P4')).toBe(false);
});

test('nobody is taken out of a visit that has begun, or that waits for a decision itself', () => {
  const conflict = { kind: 'conflict', at: rows.at, ground: 'other', words: '' } as const;
  const blocked = { ...two, seats: two.seats.map((seat) => ({ ...seat, answer: conflict })) };
  const begun = { ...three, state: 'visiting' as const };
  const offered = choicesOf(REQUEST, { rows: [one, blocked, begun], standing, known: [REQUEST] });
  expect(offered.map(({ kind }) => kind)).toEqual(['replace', 'withdraw']);
});

test('two who must both leave are offered to each other first, and one exchange records both', () => {
  const conflict = { kind: 'conflict', at: rows.at, ground: 'other', words: '' } as const;
  const blocked = { ...two, seats: two.seats.map((seat) => (seat.person === 'P4' ? { ...seat, answer: conflict } : seat)) };
  const theirs = { ...REQUEST, id: '2026-0003-2', assignment: two.id, institution: 'A2', person: 'P4', by: 'P4' };
  const ground = { rows: [three, blocked, one], standing, known: [REQUEST, theirs] };
  const [first] = choicesOf(REQUEST, ground);
  expect(first).toMatchObject({ kind: 'swap', assignment: two.id, person: 'P4', isMutual: true });
  expect(changeOf(REQUEST, { kind: 'swap', assignment: two.id, person: 'P4' }, ground)).toMatchObject({
    ok: true,
    value: { recused: 'both' },
  });
  // The colleague beside him may not be taken while that waits.
  expect(choicesOf(REQUEST, ground).some((choice) => choice.kind === 'swap' && choice.person === 'P3')).toBe(false);
});

test('what a form offers comes back as the ruling it stands for, and nothing else does', () => {
  for (const choice of choices(REQUEST)) expect(rulingIn(choiceOption(choice, REQUEST, {}).value)).toEqual(rulingOf(choice));
  for (const bad of ['', 'swap', 'swap 2026-03-02', 'replace P1', 'rm', 'constructor']) expect(rulingIn(bad), bad).toBeNull();
});

test.each<[string, Ruling | null]>([
  ['另补', { kind: 'replace' }],
  ['不参与', { kind: 'withdraw' }],
  ['不同意', { kind: 'refuse' }],
  ['交换 示例P3', { kind: 'swap', assignment: two.id, person: 'P3' }],
  ['交换 2026-03-03 P4', { kind: 'swap', assignment: three.id, person: 'P4' }],
  // He sits in two teams: which of them is not for us to choose.
  ['交换 P4', null],
  ['交换 谁', null],
  ['交换', null],
  ['', null],
  ['随便', null],
])('typed “%s” means what it says', (typed, ruling) => {
  expect(ruledIn(typed, { request: REQUEST, rows: VISITS, everybody: EVERYBODY })).toEqual(ruling);
});

test('a ground in the record says nothing personal: why somebody steps aside is one word for all', () => {
  expect(new Set(['relative', 'interest', 'other'].map((ground) => GROUND_LABELS[ground as 'relative']))).toEqual(new Set(['回避']));
  for (const kind of CHANGE_KINDS) {
    for (const ground of GROUNDS_OF[kind]) {
      expect(GROUND_LABELS[ground], ground).toMatch(/^[\u4e00-\u9fff]{2,6}$/);
      expect(CHANGE_GROUND_WORDS[ground], ground).not.toBe('');
    }
  }
});
