// The public pages over a real office on both databases: what they show, what they never show, and how they answer.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Draw } from '../../src/domain/draw.ts';
import { inspectAll, openPublicOffice, type PublicOffice } from '../support/public-office.ts';
import { compileVerifier, type Served, serveOffice } from '../support/site-server.ts';
import { withOneStore } from '../support/store.ts';

const PAGES = ['/', '/draws', '/results', '/plans', '/matters', '/documents', '/lists', '/checkpoints'] as const;

withOneStore('the public pages', (shared) => {
  let filled: PublicOffice;
  let site: Served;
  beforeAll(async () => {
    filled = await openPublicOffice(shared().store);
    site = await serveOffice(filled.office, compileVerifier());
  });
  afterAll(() => site.close());

  const get = async (at: string, method = 'GET') => {
    const response = await fetch(site.url + at, { method });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const drawOf = async (number: string): Promise<Draw> =>
    (await filled.office.store.read((books) => books.draws.get(number))) ?? expect.fail(`no draw ${number}`);
  const everyAddress = (): readonly string[] => [
    ...PAGES,
    ...[filled.voided, filled.open, filled.hidden, filled.sealed].map((number) => `/draws/${number}`),
    `/draws/${filled.open}/verify`,
  ];

  test('the home page tells of every way in which the last ingredient comes', async () => {
    const { text } = await get('/');
    for (const way of ['公共随机信标', '公开彩票', '掷骰子', '只用见证']) expect(text).toContain(way);
  });

  test('answer whole pages, without anything inline that the policy would forbid', async () => {
    for (const at of everyAddress()) {
      const { status, headers, text } = await get(at);
      expect([at, status, headers.get('content-type')]).toEqual([at, 200, 'text/html; charset=utf-8']);
      expect(text).toMatch(/<html lang="zh-CN">[^]*<h1>[^]*<\/footer>/);
      expect(text).not.toMatch(/undefined|\[object |NaN|\{\{|<script(?! src=)|<style| style=| on\w+="/);
    }
  });

  test('carry a policy and headers on every answer', async () => {
    for (const at of ['/', '/nothing', '/results.csv', '/healthz']) {
      const { headers } = await get(at);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none';script-src 'self';style-src 'self';img-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'self'",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  test('hand out the verifier: one file under its own policy without network, a script to read, and nothing else of the build', async () => {
    const page = await get('/verifier.html');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[\w+/=]{44}'; style-src 'sha256-[\w+/=]{44}'; .*frame-ancestors 'self'$/,
    );
    const script = await get('/ssj1.py');
    expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(script.text).toBe(readFileSync('src/verify/ssj1.py', 'utf8'));
    expect((await get('/verify/page.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    for (const other of ['/verify/verifier.html', '/verify/verify.js', '/verify/'])
      expect([other, (await get(other)).status]).toEqual([other, 404]);
  });

  test('answer HEAD as GET without the body', async () => {
    for (const at of ['/', `/draws/${filled.open}`, `/draws/${filled.open}/record.json`, '/results.xlsx', '/site.css']) {
      const head = await get(at, 'HEAD');
      expect([at, head.status, head.text]).toEqual([at, 200, '']);
      expect(head.headers.get('content-type')).toBe((await get(at)).headers.get('content-type'));
    }
  });

  test('say in a sentence that there is nothing, or that nothing can be read', async () => {
    for (const at of [
      '/nothing',
      '/draws/2026-9999',
      '/draws/%3Cscript%3E',
      '/draws/2026-0001/verify',
      '/verify/nothing.js',
      '/verify/../../package.json',
    ]) {
      const { status, text } = await get(at);
      expect([at, status]).toEqual([at, 404]);
      expect(text).toContain('<h1>没有找到</h1>');
      expect(text).not.toContain('<script>');
    }
    const unreadable = await get('/draws/%E0%A4%A');
    expect(unreadable.status).toBe(400);
    expect(unreadable.text).toContain('这个地址读不懂');
  });

  test('keep what was drawn from everybody until all visits are over', async () => {
    for (const number of [filled.hidden, filled.sealed, filled.voided]) {
      const draw = await drawOf(number);
      const { text } = await get(`/draws/${number}`);
      const given = await filled.office.store.read((books) => books.draws.contributions(number));
      const secrets = [draw.secret, draw.lastLink, draw.record?.seed, draw.record?.inspectorSeed, ...given.map(({ value }) => value)];
      const names = draw.roster.map(({ name }) => name);
      const people = draw.inspectors.map(({ id }) => filled.office.person(id).name);
      for (const secret of [...secrets, ...names, ...people]) if (secret !== undefined) expect(text).not.toContain(secret);
      expect(text).toContain(draw.manifestHash.slice(0, 4));
      for (const hidden of [`/draws/${number}/record.json`, `/draws/${number}/verify`]) expect((await get(hidden)).status).toBe(404);
    }
    expect((await get(`/draws/${filled.hidden}`)).text).toContain('检查结束之前不公开被抽中的机构');
  });

  test('show all of a draw once its visits are over', async () => {
    const { record, roster } = await drawOf(filled.open);
    const { text } = await get(`/draws/${filled.open}`);
    const drawn = record?.objects.flatMap((layer) => layer.drawn) ?? [];
    expect(drawn).toHaveLength(4);
    for (const id of drawn) expect(text).toContain(roster.find((row) => row.id === id)?.name);
    for (const { team } of record?.finalTeams ?? [])
      for (const person of team) expect(text).toContain(filled.office.person(person ?? '').name);
    const served = await get(`/draws/${filled.open}/record.json`);
    expect(JSON.parse(served.text)).toEqual(record);
    const verification = (await get(`/draws/${filled.open}/verify`)).text;
    expect(verification).toContain('src="/verify/page.js"');
    expect(verification).toContain('&lt;b&gt;二十四');
    expect(verification).not.toContain('<b>二十四');
  });

  test('list void draws under their numbers, and count them', async () => {
    const { text } = await get('/draws');
    for (const number of ['2026-0001', '2026-0002', '2026-0003', '2026-0004']) expect(text).toContain(`<a href="/draws/${number}">`);
    expect(text).toContain('共封签 4 次，其中已开签 2 次，进行中 1 次，作废 1 次');
    expect(text.match(/class="state void">作废/g)).toHaveLength(1);
    expect((await get('/draws/2026-0001')).text).toContain('本次抽签已作废：示例：名录漏列一家');
  });

  test('cite the rules and the name of the configured office', async () => {
    const { rules } = filled.office.rules;
    expect((await get('/')).text).toContain(`《${rules.title}》（${rules.number}）`);
  });

  test('give away nothing personal on any page or file', async () => {
    const people = await filled.office.store.read((books) => books.people.all());
    const institutions = await filled.office.store.read((books) => books.institutions.all());
    const personal = [
      ...people.flatMap(({ mobile, certificate, feishu }) => [mobile, certificate, feishu]),
      ...institutions.flatMap(({ phone, head, licence }) => [phone, head, licence]),
    ].filter((one) => one !== null);
    expect(personal.length).toBeGreaterThan(60);
    for (const at of [...everyAddress(), `/draws/${filled.open}/record.json`, '/results.csv', '/results.json', '/metrics', '/readyz']) {
      const { text } = await get(at);
      expect([at, personal.filter((one) => text.includes(one))]).toEqual([at, []]);
    }
  });

  test('show only what may be public of the lists', async () => {
    const lists = (await get('/lists')).text;
    expect(lists).toContain('检查对象名录（15 家）');
    expect(lists).toContain('执法检查人员名录（7 人）');
    expect(lists).not.toContain('示例经办甲');
    expect((await get('/plans')).text).toContain('示例：2026年第二次抽查');
    expect((await get('/matters')).text).toContain('收费是否开具票据');
    expect((await get('/documents')).text).toContain('西司文〔2026〕3号');
  });

  test('open a draw that was hidden as soon as its last visit is over', async () => {
    const rows = await filled.office.store.read(async (books) =>
      books.assignments.ofTask((await books.draws.get(filled.hidden))?.task ?? ''),
    );
    expect((await get(`/draws/${filled.hidden}/record.json`)).status).toBe(404);
    await inspectAll(filled.office, rows, '2026-04-02');
    expect((await get(`/draws/${filled.hidden}/record.json`)).status).toBe(200);
  });
});
