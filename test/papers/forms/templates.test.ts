// Templates of the office's own: a good one wins, a wrong one is told with its line before anything is made, and none can do more than print.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FormProblem, sayFormProblem } from '../../../src/papers/forms/form-problem.ts';
import { openPapers } from '../../../src/papers/forms/open-papers.ts';
import { papersFrom, samplePaper } from '../../support/papers.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'templates-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What is said against a template of the letter of reminder. */
function said(source: string, file = '书面提醒函.hbs'): readonly FormProblem[] {
  writeFileSync(path.join(folder, file), source);
  const papers = openPapers(folder);
  return papers.ok ? [] : papers.problem;
}

const inShort = (problems: readonly FormProblem[]): readonly string[] => problems.map(({ line, kind }) => `${line} ${kind}`);

test('a file of the same name wins over ours, and the other papers stay', () => {
  writeFileSync(path.join(folder, '书面提醒函.hbs'), '<标题>提醒函（本局式样）</标题>\n<段>{{risk}}，{{日期 deadline}}以前</段>\n');
  const papers = papersFrom(folder);
  expect(samplePaper(papers, 'reminder-letter').blocks).toEqual([
    { kind: 'title', text: '提醒函（本局式样）' },
    { kind: 'paragraph', text: '收案登记本漏登2件，存在统一收案管理风险，2026年4月15日以前' },
  ]);
  expect(samplePaper(papers, 'talk-record').title).toBe('约谈记录');
});

test('every mistake of every file is told at once, with its line', () => {
  writeFileSync(path.join(folder, '约谈记录.hbs'), '<标题>约谈</标题>\n<段>{{nobody}}</段>');
  const problems = said('<标题>函\n</标题>\n<段>{{riks}}</段>\n<粗>{{risk}}</粗>\n<段>{{risk}}\n<段>x</段>');
  expect(inShort(problems)).toEqual(['3 unknown-fact', '4 unknown-mark', '5 unclosed-mark', '6 misplaced-mark', '2 unknown-fact']);
  expect(problems.map(sayFormProblem).join('\n')).toContain('书面提醒函.hbs 第 3 行：这份文书没有“riks”这一项');
});

test.each([
  ['a value outside a mark', '<标题>函</标题>\n{{risk}}', '2 stray-text'],
  ['text outside a mark', '<标题>函</标题>\n\n风险', '3 stray-text'],
  ['a list as a text', '<标题>{{subject}}</标题>', '1 not-a-text'],
  ['a text as a list', '<标题>函</标题>\n{{#each risk}}<段>x</段>{{/each}}', '2 not-a-list'],
  [
    'a mark closed only if something holds',
    '<标题>函</标题>\n{{#if risk}}<段>{{/if}}x</段>',
    '2 unclosed-mark,2 stray-text,2 unopened-mark',
  ],
  ['a row shorter than its heads', '<标题>函</标题>\n<表 列="甲,乙"><行><格>x</格></行></表>', '2 uneven-row'],
  ['a field without a name', '<标题>函</标题>\n<栏目><栏>x</栏></栏目>', '2 bad-attribute'],
  ['no title', '<段>x</段>', '1 no-title'],
  ['braces left open', '<标题>函</标题>\n<段>{{risk</段>', '2 syntax'],
])('%s is a mistake', (_, source, problem) => {
  expect(inShort(said(source)).join(',')).toBe(problem);
});

test.each([
  ['a value that is not escaped', '{{{risk}}}'],
  ['the same with an ampersand', '{{&risk}}'],
  ['a constructor', '{{constructor.constructor}}'],
  ['a prototype', '{{subject.__proto__}}'],
  ['a helper that looks things up', '{{lookup this "constructor"}}'],
  ['a helper that writes to the log', '{{log risk}}'],
  ['a file of its own inside', '{{> 约谈记录}}'],
  ['a template inside a template', '{{#*inline "x"}}x{{/inline}}'],
  ['another scope', '{{#with subject}}{{name}}{{/with}}'],
  ['the root of everything', '{{@root.risk}}'],
  ['markup', '<script>alert(1)</script>'],
  ['an attribute with a value in it', '</段><栏目><栏 名="{{risk}}">x</栏></栏目><段>'],
])('%s has no place in a template', (_, hostile) => {
  expect(said(`<标题>函</标题>\n<段>${hostile}</段>`).length).toBeGreaterThan(0);
});

test('a file that no paper is called by, one that is no text, and one that is too long are told', () => {
  expect(inShort(said('<标题>x</标题>', '提醒.hbs'))).toEqual(['1 unknown-file']);
  rmSync(path.join(folder, '提醒.hbs'));
  writeFileSync(path.join(folder, '约谈记录.hbs'), Buffer.from([0xff, 0xfe, 0x00]));
  expect(inShort(said(`<标题>x</标题>${' '.repeat(300_000)}`))).toEqual(['1 unreadable-file', '1 unreadable-file']);
});
