// Every face on every platform, with good, hostile and oversized facts.
import { expect, test } from 'vitest';
import type { Card } from '../../src/cards/card.ts';
import { renderDingtalk } from '../../src/cards/dingtalk.ts';
import type { FactsOf } from '../../src/cards/faces/all.ts';
import { DRAW } from '../../src/cards/faces/all.ts';
import { renderFeishu } from '../../src/cards/feishu.ts';
import type { Json } from '../../src/cards/json.ts';
import { bytesOf, tagsOf } from '../../src/cards/json.ts';
import { lintFeishu } from '../../src/cards/lint.ts';
import { SAMPLES } from '../../src/cards/samples/all.ts';
import { renderText } from '../../src/cards/text.ts';
import type { Face } from '../../src/domain/notice.ts';
import { FACES } from '../../src/domain/notice.ts';
import { poisoned, swollen } from './poison.ts';

type AnyFacts = FactsOf[Face];

function cards(change: (facts: AnyFacts) => AnyFacts = (facts) => facts): readonly { readonly name: string; readonly card: Card }[] {
  return FACES.flatMap((face) => {
    const draw = DRAW[face] as (facts: AnyFacts) => Card;
    return SAMPLES[face].map((facts, index) => ({ name: `${face} ${index + 1}`, card: draw(change(facts)) }));
  });
}

test('every sample card is one that Feishu would take', () => {
  for (const { name, card } of cards()) expect(lintFeishu(renderFeishu(card)), name).toEqual([]);
});

test('no card shows the leftovers of a program', () => {
  for (const { name, card } of cards()) {
    const shown = [JSON.stringify(renderFeishu(card)), renderText(card), ...Object.values(renderDingtalk(card))].join('\n');
    expect(shown, name).not.toMatch(/undefined|NaN|\[object|\{\{|Invalid Date|：null|，，|。。/);
  }
});

test('every card has at most one main button, a preview, and a first line', () => {
  for (const { name, card } of cards()) {
    const buttons = card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
    const mains = buttons.filter((button) => 'look' in button && button.look === 'main').length;
    expect(mains, name).toBeLessThanOrEqual(1);
    expect(card.preview.trim(), name).not.toBe('');
    expect(card.blocks[0]?.kind, name).toBe('text');
  }
});

test('a draw that did not pass its check is red from the header on', () => {
  const [, failed] = SAMPLES['draw-check'];
  expect(failed && DRAW['draw-check'](failed).state).toEqual({ word: '没有通过', tone: 'late' });
});

test('a result that a witness disputes is red from the header on', () => {
  const shown = SAMPLES.settled.find(({ confirmations }) => confirmations.disputed > 0);
  expect(shown && DRAW.settled(shown).state).toEqual({ word: '有异议', tone: 'late' });
});

test('what is asked for is a warning once its day has passed, and only then', () => {
  const shown = SAMPLES.assignment.find(({ due, may }) => due !== null && may.includes('start-visit'));
  if (!shown?.due) throw new Error('no sample asks for a visit');
  const first = (workingDays: number): unknown =>
    DRAW.assignment({ ...shown, due: { ...shown.due, workingDays } as typeof shown.due }).blocks[0];
  expect(first(-2)).toMatchObject({ kind: 'text', look: 'warning' });
  expect(first(2)).not.toMatchObject({ look: 'warning' });
});

test('grave and final acts ask first, naming the consequence', () => {
  const final = [
    'lock-draw',
    'close-draw',
    'unbind-account',
    'ask-void',
    'approve-void',
    'settle-draw',
    'confirm-import',
    'start-visit',
    'submit-findings',
    'cosign-findings',
    'review-inspection',
    'approve-publication',
  ];
  const seen = new Set<string>();
  for (const { card } of cards()) {
    for (const block of card.blocks) {
      const buttons = block.kind === 'buttons' ? block.buttons : block.kind === 'form' ? [block.submit] : [];
      for (const button of buttons) {
        if (!('act' in button) || !final.includes(button.act.do)) continue;
        seen.add(button.act.do);
        expect(button.confirm?.text, button.act.do).toMatch(/.{8,}/);
      }
    }
  }
  expect([...seen].toSorted()).toEqual(final.toSorted());
});

const MARK = '毒';
const POISONS = [
  `<at id=all></at>${MARK}`,
  `**${MARK}** [x](http://e) # - \`y\` ~~z~~`,
  `${MARK}"}],"tag":"button","x":{"`,
  `\u202e${MARK}\u2066\u200f`,
  `${MARK}\u0000\u0007\u001b[31m`,
  `${MARK}{{x}}{{{y}}}{{>z}}{{#if`,
  `👩‍👩‍👧‍👦${MARK}\ud800`,
  MARK.repeat(10_000),
  `${MARK}\r\n\u2028${MARK}`,
];

/** Where a string with the mark stands: the path of keys, and the tag of the object around it. */
function* marked(
  json: Json,
  path: readonly string[] = [],
  tag = '',
): Generator<{ readonly path: readonly string[]; readonly tag: string }> {
  if (typeof json === 'string') {
    if (json.includes(MARK)) yield { path, tag };
  } else if (Array.isArray(json)) {
    for (const [index, one] of json.entries()) yield* marked(one as Json, [...path, String(index)], tag);
  } else if (typeof json === 'object' && json !== null) {
    const own = 'tag' in json && typeof json.tag === 'string' ? json.tag : tag;
    for (const [key, one] of Object.entries(json)) yield* marked(one, [...path, key], own);
  }
}

/** Places in which nothing is interpreted: plain text, cells of text, what is prefilled or chosen, a chart's data, the list's preview, what a button carries. */
function isHarmless(path: readonly string[], tag: string): boolean {
  const last = path.at(-1) ?? '';
  if (tag === 'plain_text' && last === 'content') return true;
  if (path.join('.') === 'config.summary.content') return true;
  if (tag === 'table') return path.includes('rows');
  if (tag === 'chart') return path.includes('chart_spec');
  return last === 'default_value' || path.includes('value') || path.includes('selected_values') || last === 'initial_option';
}

test.each(POISONS)('hostile text is shown, and shown only where nothing is interpreted (%#)', (poison) => {
  let shown = 0;
  for (const { name, card } of cards((facts) => poisoned(facts, poison))) {
    const json = renderFeishu(card);
    expect(lintFeishu(json), name).toEqual([]);
    for (const { path, tag } of marked(json)) {
      shown += 1;
      expect(isHarmless(path, tag), `${name} ${path.join('.')}`).toBe(true);
    }
    expect(JSON.stringify(json), name).not.toMatch(/"tag":"(?:lark_md|markdown)"/);
    // oxlint-disable-next-line no-control-regex
    expect(JSON.stringify(json), name).not.toMatch(/\\u0000|\\u001b|[\u202a-\u202e\u2066-\u2069\u200f]|\\ud800/);
  }
  expect(shown).toBeGreaterThan(100);
});

test('hostile text neither calls everybody nor makes a link on the other platforms', () => {
  for (const poison of POISONS) {
    for (const { name, card } of cards((facts) => poisoned(facts, poison))) {
      expect(renderText(card), name).not.toMatch(/<at|\]\(/);
      const variables = renderDingtalk(card);
      expect(variables.body, name).not.toMatch(/[<@[\]()]/);
      expect(
        Object.values(variables).every((value) => typeof value === 'string'),
        name,
      ).toBe(true);
      for (const text of [variables.buttons, variables.form]) if (text !== '') expect(() => JSON.parse(text), name).not.toThrow();
    }
  }
});

test('a template never reads a value again', () => {
  const [{ card } = { card: null }] = cards((facts) => poisoned(facts, '{{open}}')).filter(({ name }) => name === 'help 1');
  expect(JSON.stringify(card)).toContain('{{open}}，你好');
});

test.each([60, 500])('lists of %i rows are cut until the card fits, and the card says so', (length) => {
  let cut = 0;
  for (const { name, card } of cards((facts) => swollen(facts, length))) {
    const json = renderFeishu(card);
    expect(lintFeishu(json), name).toEqual([]);
    expect(tagsOf(json), name).toBeLessThanOrEqual(200);
    expect(bytesOf(json), name).toBeLessThanOrEqual(28 * 1024);
    if (/余下 \d+ (?:行|段)见网页|先列 \d+ 项/.test(JSON.stringify(json))) cut += 1;
    expect(renderText(card).length, name).toBeLessThanOrEqual(8000);
  }
  expect(cut).toBeGreaterThan(10);
});

test('a card that is cut keeps its question, its forms and its buttons', () => {
  for (const { name, card } of cards((facts) => poisoned(swollen(facts, 500), '长'.repeat(3_000)))) {
    const json = JSON.stringify(renderFeishu(card));
    expect(json, name).not.toContain('内容太多');
    for (const block of card.blocks) {
      if (block.kind === 'form') expect(json, name).toContain(`"do":"${block.submit.act.do}"`);
      if (block.kind === 'buttons') {
        for (const button of block.buttons) if ('act' in button) expect(json, name).toContain(`"do":"${button.act.do}"`);
      }
    }
  }
});

test('a settled card shows the digests of its record to everybody, and the dice stand on the cards once they are agreed', () => {
  for (const facts of SAMPLES.settled) {
    const digests = DRAW.settled(facts).blocks.flatMap((block) => (block.kind === 'digest' ? [block.value] : []));
    expect(digests).toEqual(expect.arrayContaining([facts.recordHash, facts.recordSm3]));
  }
  const [lock, settled] = [SAMPLES.lock[0], SAMPLES.settled[0]];
  if (!lock || !settled) throw new Error('a sample is missing');
  expect(renderText(DRAW.lock(lock))).not.toContain('骰子点数');
  const beacon = { type: 'dice', count: 3, sides: 6, throws: [3, 5, 1] } as const;
  expect(renderText(DRAW.lock({ ...lock, beacon }))).toMatch(/骰子点数.*3、5、1/);
  expect(renderText(DRAW.settled({ ...settled, record: { ...settled.record, beacon } }))).toMatch(/骰子点数.*3、5、1/);
});

test('what witnesses have said of a result is green only when all have and nobody disputes it', () => {
  const [facts] = SAMPLES.settled;
  if (!facts) throw new Error('a sample is missing');
  const toneOf = (confirmations: typeof facts.confirmations): string | undefined =>
    DRAW.settled({ ...facts, confirmations })
      .blocks.flatMap((block) => (block.kind === 'facts' ? block.pairs : []))
      .find(({ label }) => label === '见证人核对')?.tone;
  expect(toneOf({ confirmed: 0, disputed: 0, silent: 2 })).toBe('todo');
  expect(toneOf({ confirmed: 1, disputed: 0, silent: 1 })).toBe('todo');
  expect(toneOf({ confirmed: 2, disputed: 0, silent: 0 })).toBe('done');
  expect(toneOf({ confirmed: 1, disputed: 1, silent: 0 })).toBe('late');
});
