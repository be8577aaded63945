// The start refuses wrong settings: every problem at once, with file and line or the variable's name.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { compare } from '../../src/domain/roster/compare.ts';
import { readEnvironment } from '../../src/settings/environment.ts';
import { loadOffice, mattersFromConfig } from '../../src/settings/office.ts';
import { saySettingsProblem, saySettingsProblems } from '../../src/words/settings-problems.ts';

const shipped = path.join(import.meta.dirname, '../../config');
const folders: string[] = [];

afterEach(() => {
  for (const used of folders.splice(0)) rmSync(used, { recursive: true, force: true });
});

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'mingqian-config-'));
  folders.push(made);
  return made;
}

/** The shipped configuration with one file edited. */
function edited(file: string, edit: (text: string) => string): string {
  const made = folder();
  cpSync(shipped, made, { recursive: true });
  writeFileSync(path.join(made, file), edit(readFileSync(path.join(made, file), 'utf8')));
  return made;
}

function sentences(loaded: ReturnType<typeof loadOffice>): readonly string[] {
  return loaded.ok ? [] : loaded.problem.map(saySettingsProblem);
}

function lineOf(text: string, part: string): number {
  return text.split('\n').findIndex((line) => line.includes(part)) + 1;
}

describe('the office', () => {
  test('the shipped configuration holds, with the three categories and their checklists', () => {
    const loaded = loadOffice(shipped);
    if (!loaded.ok) throw new Error(saySettingsProblems(loaded.problem));
    const { rules, matters } = loaded.value;
    expect(rules.office.name).toBe('西平县司法局');
    expect(rules.categories.map((category) => category.id)).toEqual(['lawfirm', 'notary', 'grassroots']);
    expect(rules.calendar.years).toContain(2026);
    for (const category of rules.categories) expect(matters.some((matter) => matter.category === category.id)).toBe(true);
    expect(matters.every((matter) => matter.publishedOn === null)).toBe(true);
    expect(compare(mattersFromConfig(matters), [])).toMatchObject({ added: matters.length, problems: [] });
  });

  test('the rules that pages cite must be named, title and number', () => {
    const text = readFileSync(path.join(shipped, 'office.yaml'), 'utf8');
    const made = edited('office.yaml', () => text.replace(/  number: 西司文.*/, '  number:').replace('  title: 西平县', '  name: 西平县'));
    const said = sentences(loadOffice(made)).join('\n');
    for (const part of ['rules.number', 'rules.title', 'rules.name']) expect(said).toContain(part);
    expect(said).toContain(`${lineOf(text, 'number: 西司文')}`);
  });

  test('every mistake is named with its line', () => {
    const text = readFileSync(path.join(shipped, 'office.yaml'), 'utf8');
    const made = edited('office.yaml', () =>
      text
        .replace('publish: 20', 'publish: 很快')
        .replace('at: "09:00"', 'at: "9点"')
        .replace('drawsPerYear: 2', 'drawPerYear: 2')
        .replace('from: 2020-04-15', 'from: 2020-02-30')
        .replace('id: notary', 'id: lawfirm'),
    );
    const problems = sentences(loadOffice(made)).join('\n');
    expect(problems).toContain(`config/office.yaml:${lineOf(text, 'publish: 20')}（deadlines.publish）：应当是一个在允许范围内的整数`);
    expect(problems).toContain(`config/office.yaml:${lineOf(text, 'at: "09:00"')}（reminders.at）：应当是一个加引号的时刻`);
    expect(problems).toContain(`config/office.yaml:${lineOf(text, 'drawsPerYear')}（drawPerYear）：没有这个设置`);
    expect(problems).toContain('（drawsPerYear）：必须填写');
    expect(problems).toContain('（categories.0.from）：应当是一个日期');
  });

  test('the clock’s opening of a draw cannot be turned off', () => {
    const off = edited('office.yaml', (text) => text.replace('settleMinutes: 10', 'settleMinutes: 0'));
    expect(sentences(loadOffice(off)).join('\n')).toContain('（settleMinutes）：应当是一个在允许范围内的整数');
  });

  test('an id used twice and an item of no category are found when the rest is right', () => {
    const twice = edited('office.yaml', (text) => text.replace('id: notary', 'id: lawfirm'));
    expect(sentences(loadOffice(twice)).join('\n')).toMatch(/office\.yaml:\d+（categories\.1\.id）：“lawfirm”出现了两次/);
    const stranger = edited('matters.yaml', (text) => text.replace('category: notary', 'category: notery'));
    expect(sentences(loadOffice(stranger)).join('\n')).toMatch(/matters\.yaml:\d+（\d+\.category）：应当是office\.yaml 里已有的类别 id/);
  });

  test('broken YAML and missing files are named', () => {
    expect(sentences(loadOffice(edited('office.yaml', (text) => `${text}\n  : [`))).join('\n')).toMatch(
      /office\.yaml:\d+：不是正确的 YAML/,
    );
    expect(sentences(loadOffice(folder()))).toEqual(['config/office.yaml：读不到这个文件。', 'config/matters.yaml：读不到这个文件。']);
  });
});

describe('the environment', () => {
  test('nothing set is a product without a platform', () => {
    expect(readEnvironment({ PORT: '' })).toEqual({
      ok: true,
      value: {
        port: 3000,
        host: '127.0.0.1',
        publicUrl: null,
        databaseUrl: 'sqlite:data/mingqian.db',
        feishu: null,
        dingtalk: null,
        admins: [],
        checkpointKey: null,
        logLevel: 'info',
        clock: 'system',
      },
    });
  });

  test('a full environment is read, secrets from files', () => {
    const made = folder();
    writeFileSync(path.join(made, 'secret'), 's3cret\n');
    const read = readEnvironment({
      PORT: '0',
      PUBLIC_URL: 'https://example.gov.cn/ssj/',
      DATABASE_URL: 'postgres://app@127.0.0.1/x',
      FEISHU_APP_ID: 'cli_a',
      FEISHU_APP_SECRET_FILE: path.join(made, 'secret'),
      FEISHU_MODE: 'webhook',
      FEISHU_ENCRYPT_KEY: 'k',
      FEISHU_VERIFICATION_TOKEN: 't',
      MINGQIAN_ADMINS: 'feishu:ou_abc, dingtalk:$:LWCP_v1:$x/y==',
      MINGQIAN_CLOCK: 'parent',
    });
    expect(read).toMatchObject({
      ok: true,
      value: {
        port: 0,
        publicUrl: 'https://example.gov.cn/ssj',
        feishu: {
          appId: 'cli_a',
          appSecret: 's3cret',
          baseUrl: 'https://open.feishu.cn',
          mode: { kind: 'webhook', encryptKey: 'k', verificationToken: 't' },
        },
        admins: [
          { platform: 'feishu', account: 'ou_abc' },
          { platform: 'dingtalk', account: '$:LWCP_v1:$x/y==' },
        ],
        clock: 'parent',
      },
    });
  });

  test('every mistake at once, and no secret in the sentences', () => {
    const read = readEnvironment({
      PORT: '80a',
      PUBLIC_URL: 'ftp://x',
      DATABASE_URL: 'mysql://x',
      FEISHU_APP_SECRET: 'hush',
      FEISHU_APP_SECRET_FILE: '/nowhere',
      FEISHU_MODE: 'webhook',
      DINGTALK_CLIENT_SECRET_FILE: '/nowhere',
      MINGQIAN_ADMINS: 'ou_abc',
      LOG_LEVEL: 'loud',
    });
    const text = read.ok ? '' : saySettingsProblems(read.problem);
    for (const name of [
      'PORT',
      'PUBLIC_URL',
      'DATABASE_URL',
      'FEISHU_APP_SECRET',
      'FEISHU_APP_ID',
      'FEISHU_ENCRYPT_KEY',
      'FEISHU_VERIFICATION_TOKEN',
      'DINGTALK_CLIENT_SECRET_FILE',
      'DINGTALK_CLIENT_ID',
      'DINGTALK_ROBOT_CODE',
      'MINGQIAN_ADMINS',
      'LOG_LEVEL',
    ]) {
      expect(text).toContain(`环境变量 ${name}：`);
    }
    expect(text).not.toContain('hush');
  });
});
