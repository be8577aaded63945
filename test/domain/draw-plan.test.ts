// Whether a draw can be held at all: every reason against it, and a draw of a city's size under a published ratio.
import { describe, expect, test } from 'vitest';
import { degenerate, planDraw } from '../../src/domain/draw-plan.ts';
import type { Institution } from '../../src/domain/institution.ts';
import type { Task } from '../../src/domain/task.ts';
import { county, type Lists, STAFF, sampleDocument, sampleDraft, sampleMatter, sampleRatio } from '../support/office.ts';
import { sampleCity, sampleInspectors } from '../support/samples.ts';

function plan(lists: Lists, change: Partial<Task> = {}) {
  const at = new Date('2026-03-16T09:00:00+08:00');
  const task: Task = {
    ...sampleDraft(),
    lottery: null,
    id: '2026-01',
    state: 'approved',
    madeBy: 'P901',
    madeAt: at,
    decision: null,
    draw: null,
    version: 2,
    ...change,
  };
  const { people, institutions, matters, documents } = lists;
  const document = documents.find((one) => one.id === task.document) ?? null;
  return planDraw(task, { today: '2026-03-16', document, matters, institutions, people, assignments: [] });
}

test.each<[string, Partial<Lists>, object]>([
  [
    'with fewer inspectors than a team',
    { people: [...sampleInspectors(1), ...STAFF] },
    { kind: 'too-few-inspectors', need: 2, have: 1, category: 'lawfirm' },
  ],
  [
    'without anyone who may lead',
    { people: [...sampleInspectors(3).slice(1), ...STAFF] },
    { kind: 'no-lead', category: 'lawfirm', need: 1, have: 0 },
  ],
  [
    'with more visits than its leaders may make',
    { people: [...sampleInspectors(3).map((person) => ({ ...person, cap: 1 })), ...STAFF] },
    { kind: 'no-lead', category: 'grassroots', need: 2, have: 1 },
  ],
  [
    'with more seats than visits people may make',
    { people: [...sampleInspectors(4).map((person) => ({ ...person, cap: 1, mayLead: true })), ...STAFF] },
    { kind: 'too-few-places', need: 8, have: 4 },
  ],
  [
    'with a category that has no institution',
    { institutions: county().institutions.filter((one) => one.category !== 'notary') },
    { kind: 'empty-roster', category: 'notary' },
  ],
  [
    'with nobody who is still in business',
    { institutions: county().institutions.map((one): Institution => ({ ...one, status: 'cancelled' })) },
    { kind: 'nothing-to-draw' },
  ],
  [
    'under a document that leaves an institution without a ratio',
    { documents: [sampleDocument([sampleRatio('lawfirm', { risk: 'A' }), sampleRatio('notary'), sampleRatio('grassroots')])] },
    { kind: 'document-unclear', category: 'lawfirm', risk: null },
  ],
  [
    'under a ratio that is no ratio',
    { documents: [sampleDocument([sampleRatio('lawfirm', { den: 0 }), sampleRatio('notary'), sampleRatio('grassroots')])] },
    { kind: 'document-unclear', category: 'lawfirm' },
  ],
])('a draw %s is refused', (_, change, problem) => {
  expect(plan({ ...county(), ...change })).toMatchObject({ ok: false, problem });
});

test('a draw whose window is over, or whose document has run out, is refused although the task was approved', () => {
  expect(plan(county(), { to: '2026-03-15' })).toMatchObject({ problem: { kind: 'window-in-the-past' } });
  const [document] = county().documents;
  const old = { ...(document ?? expect.fail()), effectiveUntil: '2026-03-15' };
  expect(plan({ ...county(), documents: [old] })).toMatchObject({ problem: { kind: 'document-not-in-force', day: '2026-03-16' } });
});

describe('degenerate draws', () => {
  test('a stratum whose whole pool is drawn is named', () => {
    const made = plan(county());
    expect(made.ok && degenerate(made.value)).toEqual(['notary']);
  });

  test('a category that is drawn out this year does not stop the others', () => {
    const lists = county();
    const institutions = lists.institutions.map((one): Institution => (one.category === 'notary' ? { ...one, status: 'suspended' } : one));
    const made = plan({ ...lists, institutions });
    expect(made.ok && made.value.inspectors.length).toBe(7);
    expect(made.ok && degenerate(made.value)).toEqual([]);
  });
});

test('a city of 400 firms and 60 offices under 10 % and 20 % has 52 visits to staff', () => {
  const { institutions, people } = sampleCity();
  const made = plan(
    {
      institutions,
      people,
      matters: [sampleMatter('M01', 'lawfirm'), sampleMatter('M03', 'grassroots')],
      documents: [sampleDocument([sampleRatio('lawfirm', { num: 1, den: 10 }), sampleRatio('grassroots', { num: 1, den: 5 })])],
    },
    { categories: ['lawfirm', 'grassroots'], matters: ['M01', 'M03'] },
  );
  expect(made).toMatchObject({ ok: true, value: { rules: { team: { size: 2, lead: true } } } });
  // Without limits of their own, people may make all 52 visits.
  expect(made.ok && made.value.inspectors.map((row) => row.cap)).toEqual(Array.from({ length: 140 }, () => 52));
});
