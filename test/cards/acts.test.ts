// An act survives its journey through a button: as value, as name, as a typed command.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { actOfName, NAME_LIMIT, nameOfAct, readAct } from '../../src/cards/act-name.ts';
import { ACTS, act, commandOf, isActVerb } from '../../src/cards/acts.ts';
import type { Act } from '../../src/cards/card.ts';
import { renderFeishu } from '../../src/cards/feishu.ts';
import type { Json, JsonObject } from '../../src/cards/json.ts';
import { word } from '../../src/cards/json.ts';
import { sampleCards } from '../../src/cli/cards.ts';

function* objects(json: Json): Generator<JsonObject> {
  if (Array.isArray(json)) for (const one of json) yield* objects(one as Json);
  else if (typeof json === 'object' && json !== null) {
    yield json as JsonObject;
    for (const one of Object.values(json)) yield* objects(one);
  }
}

const verbs = Object.keys(ACTS).filter(isActVerb);

test('any act written into a name is read back as it was', () => {
  const anyAct = fc.record({
    verb: fc.constantFrom(...verbs),
    about: fc.string({ unit: 'grapheme', maxLength: 40 }),
    v: fc.option(fc.nat(), { nil: undefined }),
    page: fc.option(fc.nat(), { nil: undefined }),
    search: fc.option(fc.string({ maxLength: 20 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(anyAct, ({ verb, about, v, page, search }) => {
      const extra = { ...(page === undefined ? {} : { page }), ...(search === undefined ? {} : { search }) };
      const made = act(verb, about, v, Object.keys(extra).length === 0 ? undefined : extra);
      const name = nameOfAct(made);
      expect(name).toMatch(/^[A-Za-z]\w*$/);
      expect(actOfName(name)).toEqual(made);
    }),
  );
});

test('the submit button of every form carries the same act in its name and in its value', () => {
  let forms = 0;
  for (const { name, card } of sampleCards()) {
    for (const json of objects(renderFeishu(card))) {
      if (json.form_action_type !== 'submit') continue;
      forms += 1;
      const [behaviour] = json.behaviors as unknown as readonly { readonly value: Act }[];
      expect(readAct(behaviour?.value, undefined), name).toEqual(behaviour?.value);
      expect(readAct(undefined, word(json.name)), name).toEqual(behaviour?.value);
      expect(word(json.name).length, name).toBeLessThanOrEqual(NAME_LIMIT);
    }
  }
  expect(forms).toBeGreaterThan(15);
});

test('what is no act of ours is read as none', () => {
  const bad: readonly unknown[] = [
    null,
    'approve-task',
    [],
    {},
    { do: 'rm', about: '' },
    { do: 'approve-task' },
    { do: 'approve-task', about: 7 },
    { do: 'approve-task', about: '', v: 1.5 },
    { do: 'approve-task', about: '', extra: { a: {} } },
    { do: 'constructor', about: '' },
  ];
  for (const value of bad) expect(readAct(value, undefined), JSON.stringify(value)).toBeNull();
  for (const name of ['', 'Button_lvkepfu3', 'approve_2dtask', 'rm__1', 'approve_2dtask__1__x', 'approve_2dtask__a-b', '__proto__'])
    expect(actOfName(name), name).toBeNull();
});

test('what a value holds beside an act is dropped', () => {
  expect(readAct({ do: 'show-help', about: '', admin: true }, undefined)).toEqual({ do: 'show-help', about: '' });
});

test('every button has a command that says the same, with its subject and page in it', () => {
  for (const verb of verbs) expect(commandOf(act(verb, '2026-03')), verb).toMatch(/^\/[\u4e00-\u9fff]{2}/);
  expect(commandOf(act('approve-task', '2026-03', 4))).toBe('/任务 2026-03 批准');
  expect(commandOf(act('show-list', 'people', undefined, { page: 2, search: '李' }))).toBe('/人员 李 第2页');
  expect(commandOf(act('show-list', 'institutions'))).toBe('/名录');
  expect(commandOf(act('attach-photo', 'E1', undefined, { assignment: '2026-03-01' }))).toBe('/检查 2026-03-01 文件 E1');
  expect(commandOf({ do: 'nothing', about: '' })).toBe('');
});
