// The sentences: all used, all there, and an office's own file is checked before it is taken.
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { say, sentenceKeys, useWords } from '../../src/cards/words.ts';
import { FACES } from '../../src/domain/notice.ts';

afterEach(() => {
  useWords(null);
});

function file(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'words-')), 'wording.yaml');
  writeFileSync(path, text);
  return path;
}

test('every sentence is used, and every sentence that is asked for is there', () => {
  const rooms = [new URL('../../src/cards/', import.meta.url), new URL('../../src/bot/', import.meta.url)];
  const files = rooms.flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => new URL(name, room)));
  const code = files
    .filter(({ pathname }) => pathname.endsWith('.ts'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const keys = [...sentenceKeys().keys()];
  const faces = new Set<string>([...FACES, 'toast', 'text']);
  const asked = (code.match(/(?<=')[a-z-]+\.[a-z-]+(?=')/g) ?? []).filter((key) => faces.has(key.split('.')[0] ?? ''));
  expect(asked.filter((key) => !keys.includes(key))).toEqual([]);
  // The bot asks for toasts and texts by a key of its own: the room's name and `-title` are put to it in one place.
  const isUsed = (key: string): boolean =>
    code.includes(`'${key}'`) || (/^(?:toast|text)\./.test(key) && code.includes(`'${key.replace(/^\w+\./, '').replace(/-title$/, '')}'`));
  expect(keys.filter((key) => !isUsed(key))).toEqual([]);
});

test('a value is put in as it is and never read as a template', () => {
  expect(say('greeting.title', { office: '<b>&"{{x}}' })).toBe('你好，这里是<b>&"{{x}}的双随机抽查助手');
});

test('a sentence without its value is a bug, not an empty place', () => {
  expect(() => say('greeting.title')).toThrow('wants office');
  expect(() => say('greeting.nothing')).toThrow('no sentence');
});

test('an office overrides one sentence and keeps the others', () => {
  expect(useWords(file('greeting:\n  title: "{{office}}欢迎你"\n'))).toEqual([]);
  expect(say('greeting.title', { office: '示例局' })).toBe('示例局欢迎你');
  expect(say('tasks.title')).toBe('抽查任务');
});

test('every problem of an own file is told at once, with its line, and then nothing of it is taken', () => {
  const path = file(
    [
      'greeting:',
      '  title: "{{office}}欢迎你"',
      '  nosuch: 没有这句',
      '  how: "{{#if x}}没写完"',
      'tasks:',
      '  count: "{{total}} {{secret}}"',
      '  title: "{{{total}}}"',
      '  none: [不, 是, 句子]',
      '  first: "{{> partial}}"',
      'lock: 一句话',
    ].join('\n'),
  );
  const problems = useWords(path);
  expect(problems.map(({ line }) => line).toSorted((a, b) => a - b)).toEqual([3, 4, 6, 7, 8, 9, 10]);
  expect(problems.every((problem) => problem.file === path)).toBe(true);
  expect(say('greeting.title', { office: '示例局' })).toBe('你好，这里是示例局的双随机抽查助手');
});

test('a file that is no YAML or cannot be read is a problem, not a crash', () => {
  expect(useWords(file('a: [')).length).toBeGreaterThan(0);
  expect(useWords(file('- 一\n- 二')).length).toBeGreaterThan(0);
  expect(useWords('/nowhere/wording.yaml')).toHaveLength(1);
  expect(useWords(file(''))).toEqual([]);
});
