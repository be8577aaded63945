// The pages by themselves: a value that a page names and nobody gives is an error, and what people typed stays text.
import { describe, expect, test } from 'vitest';
import type { Draw } from '../../../src/domain/draw.ts';
import { digestOf, sm3Of } from '../../../src/domain/ssj/canonical.ts';
import { openPages, type PageName } from '../../../src/papers/pages.ts';
import { checkpointsFacts } from '../../../src/papers/public/checkpoint-pages.ts';
import { type DrawAtHand, drawFacts, drawsFacts, verifyFacts } from '../../../src/papers/public/draw-pages.ts';
import { type Facts, messageFacts, type Setting } from '../../../src/papers/public/frame.ts';
import { documentsFacts, listsFacts, mattersFacts, plansFacts } from '../../../src/papers/public/list-pages.ts';
import { homeFacts, resultsFacts } from '../../../src/papers/public/result-pages.ts';
import * as samples from '../../store/samples.ts';
import { SAMPLE_RULES } from '../../support/samples.ts';
import { RECORDS } from '../../support/vectors.ts';

const pages = openPages();
const HOSTILE = '<script>alert("x")</script>{{title}}';
const setting: Setting = {
  rules: SAMPLE_RULES,
  now: new Date('2026-03-30T09:00:00+08:00'),
  place: { isStatic: false, root: '/' },
  placed: { address: 'https://example.invalid/ssj/', on: '2026-03-28' },
  checkpoint: samples.checkpoint,
};
const { record } = RECORDS[0] as (typeof RECORDS)[number];
const draw: Draw = {
  ...samples.draw,
  state: 'settled',
  roster: record.roster,
  inspectors: record.inspectors,
  manifest: record.manifest,
  record,
};
const summary = { draw, title: HOSTILE };
const search = { year: 2026, category: 'lawfirm', text: HOSTILE, page: 2 };
const found = { total: 45, page: 2, rows: [{ ...samples.publication.fields, institution: HOSTILE }], years: [2026, 2025] };
const atHand: DrawAtHand = {
  draw,
  task: { id: '2026-03', title: HOSTILE },
  given: [],
  beacon: { type: 'dice', count: 3, sides: 6, throws: [3, 5, 1] },
  beaconAt: null,
  confirmations: { confirmed: 1, disputed: 0, silent: 1 },
  outcome: null,
  people: [samples.person],
  record,
  checkpoints: [samples.checkpoint],
};

const FACTS: Readonly<Record<PageName, Facts>> = {
  home: homeFacts(setting, 2026, [summary], found),
  draws: drawsFacts(setting, [summary], new Map([[draw.number, 3]])),
  draw: drawFacts(setting, atHand),
  verify: verifyFacts(setting, draw.number, { ...record, contributions: [{ by: 'W1', value: HOSTILE }] }),
  matters: mattersFacts(setting, [{ ...samples.matter, name: HOSTILE, publishedOn: '2026-01-05' }]),
  documents: documentsFacts(setting, [{ ...samples.document, title: HOSTILE }]),
  plans: plansFacts(setting, [{ ...samples.task, state: 'inspecting', title: HOSTILE }]),
  lists: listsFacts(setting, [{ ...samples.institution, name: HOSTILE }], [samples.person]),
  results: resultsFacts(setting, search, found),
  checkpoints: checkpointsFacts(setting, [samples.checkpoint], [{ vkeys: [HOSTILE], since: samples.at }]),
  message: messageFacts(setting, 'missing'),
};

describe.each(Object.entries(FACTS) as [PageName, Facts][])('the page %s', (name, facts) => {
  test('refuses to be made while anything it names is missing, and is given nothing that it does not name', () => {
    expect(pages(name, facts)).toContain('</html>');
    // All pages get the same frame; two facts are named only where there is nothing else to show.
    const shared = ['isStatic', 'title', 'hiddenBecause', 'isSearch'];
    const unneeded = Object.keys(facts).filter((key) => {
      const { [key]: _, ...rest } = facts;
      try {
        pages(name, rest);
        return true;
      } catch {
        return false;
      }
    });
    expect(unneeded.filter((key) => !shared.includes(key))).toEqual([]);
  });

  test('shows what people typed as text', () => {
    const html = pages(name, facts);
    expect(html).not.toContain('<script>alert');
    if (name !== 'message' && name !== 'draw') expect(html).toContain('&lt;script&gt;alert');
  });
});

const shown = (change: Partial<DrawAtHand>): string =>
  pages('draw', drawFacts(setting, { ...atHand, ...change })).replace(/<\/?span>/g, '');

test('a draw shows its record’s digests from its settlement on, and the dice as soon as they are agreed', () => {
  const hidden = shown({ record: null, beacon: null });
  for (const digest of [digestOf(record), sm3Of(record)]) expect(hidden).toContain(digest);
  expect(hidden).not.toContain('骰子点数');
  const closed = shown({ draw: { ...draw, state: 'closed', record: null } });
  expect(closed).toContain('<dt>骰子点数</dt><dd class="long">3、5、1</dd>');
  expect(closed).not.toContain('完整记录的摘要');
});

test('a draw whose institution was substituted names the substitute, and says of the other that it was not visited', () => {
  const [layer] = record.objects;
  const [gone = '', came = ''] = [layer?.drawn[0], layer?.reserve[0]];
  const finalTeams = [...record.finalTeams.filter(({ object }) => object !== gone), { object: came, team: [null, 'P007'] }];
  const html = pages('draw', drawFacts(setting, { ...atHand, record: { ...record, finalTeams } }));
  const name = (id: string): string => record.roster.find((row) => row.id === id)?.name ?? expect.fail(`no ${id}`);
  expect(html).toMatch(new RegExp(`<th scope="row">${name(gone)}</th>.*未检查，变更见完整记录`));
  expect(html).toMatch(new RegExp(`<th scope="row">${name(came)}</th><td class="number" data-label="次序">递补</td>.*空缺、示例甲`));
});

test('a reason that holds somebody’s telephone number is not published', () => {
  const voided = { by: 'P901', approvedBy: 'P911', at: setting.now, reason: '请致电 13912345678 说明' };
  const html = pages('draw', drawFacts(setting, { ...atHand, draw: { ...draw, state: 'void', voided }, record: null }));
  expect(html).not.toContain('13912345678');
  expect(html).toContain('理由含有个人信息，不在此公开');
});

test('every mode of a draw says what could still be done to it, and by whom', () => {
  const said = (['witness', 'dice', 'lottery', 'drand'] as const).map((mode) => {
    const manifest = { ...draw.manifest, entropy: { ...draw.manifest.entropy, mode } };
    return String(drawFacts(setting, { ...atHand, draw: { ...draw, manifest } })['limits']);
  });
  expect(said[0]).toContain('服务器管理员与最后一名见证人串通才可能影响结果；任何一方单独都做不到');
  expect(said[1]).toContain('同时控制骰子和服务器的人才可能影响结果；任何一方单独都做不到');
  expect(said[2]).toContain('任何一方都无法预知');
  expect(said[3]).toContain('任何一方都无法预知');
});

test('times and days carry their machine form', () => {
  const html = pages('documents', FACTS.documents);
  expect(html).toMatch(/<time datetime="\d{4}-\d\d-\d\d">\d{4}年\d+月\d+日（周.）<\/time>印发/);
  expect(html).toContain('<time datetime="2026-03-28">2026年3月28日（周六）</time>');
});
