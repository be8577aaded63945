// The administrator of the machine, who has the database's own password: raw SQL with the triggers there, and with them torn out.
import { expect, test } from 'vitest';
import type { Draw } from '../../src/domain/draw.ts';
import { digestOf } from '../../src/domain/ssj/canonical.ts';
import { byId, rooted } from '../../src/domain/ssj/merkle.ts';
import { serverCommit } from '../../src/domain/ssj/secrets.ts';
import { settleDraw } from '../../src/flows/settle-draw.ts';
import { checkLedger } from '../../src/store/ledger.ts';
import { verifyText } from '../../src/verify/strict-text.ts';
import { office2023, ROUND, vectorRound, WINDOW } from '../support/drand.ts';
import { done, openOffice, refused, type TestOffice } from '../support/office.ts';
import { rawSql, rawSqlUnguarded } from '../support/raw-sql.ts';
import { closedDraw } from '../support/stages.ts';
import { withStores } from '../support/store.ts';

/** A value as a literal of SQL. */
const literal = (value: unknown): string => `'${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll("'", "''")}'`;

async function drawNow(office: TestOffice, number: string): Promise<Draw> {
  const draw = await office.store.read((books) => books.draws.get(number));
  if (!draw) throw new Error(`no draw ${number}`);
  return draw;
}

const set = (draw: Draw, column: string, value: unknown): string =>
  `UPDATE draws SET "${column}" = ${literal(value)} WHERE "number" = '${draw.number}'`;
const withoutFirst = (draw: Draw) => draw.roster.slice(1);

withStores('the administrator', (make) => {
  async function atClose() {
    const { store, url } = await make();
    const office = await openOffice(store);
    const draw = await closedDraw(office);
    return { office, url, draw, settle: () => settleDraw(office, office.person('P901'), draw.number) };
  }
  async function atRest() {
    const { settle, draw, ...rest } = await atClose();
    await done(settle());
    return { ...rest, lock: draw.manifestHash, draw: await drawNow(rest.office, draw.number) };
  }

  test('who edits the institutions after the lock changes nothing: the draw is held from its own sealed copy', async () => {
    const { office, draw, settle } = await atClose();
    const [gone] = draw.roster;
    const row = await office.store.read((books) => books.institutions.get(gone?.id ?? ''));
    if (!row) throw new Error('nobody to edit');
    const after = { ...row, name: '示例改名', status: 'suspended' as const };
    const stamp = { at: office.now(), by: 'P901', source: '示例' } as const;
    await office.store.work((books) => books.institutions.apply([{ id: row.id, before: row, after }], stamp));
    const { draw: settled } = await done(settle());
    expect(settled.record?.roster).toEqual(draw.roster);
    expect(verifyText(JSON.stringify(settled.record), { lock: draw.manifestHash }).verdict.kind).toBe('announced');
  });

  test('who edits the sealed roster, rules or people of a locked draw is stopped by the database', async () => {
    const { url, draw } = await atClose();
    for (const column of ['roster', 'inspectors', 'recusals', 'manifest', 'manifestHash', 'witnesses'])
      expect(await rawSql(url, set(draw, column, 'x'))).toContain('mingqian: draws lock');
  });

  test('who edits the sealed roster without triggers gets no record: settling finds that the list is not the locked one', async () => {
    const { office, url, draw, settle } = await atClose();
    await rawSqlUnguarded(url, set(draw, 'roster', withoutFirst(draw)));
    await expect(settle()).rejects.toThrow('is not as it was locked');
    expect(await drawNow(office, draw.number)).toMatchObject({ state: 'closed', record: null });
  });

  test('who edits roster, manifest and digest alike is seen by the digest in the group, and by the ledger’s entry of the lock', async () => {
    const { office, url, draw, settle } = await atClose();
    const roster = withoutFirst(draw);
    const manifest = { ...draw.manifest, roster: rooted(roster, byId) };
    await rawSqlUnguarded(url, set(draw, 'roster', roster));
    await rawSqlUnguarded(url, set(draw, 'manifest', manifest));
    await rawSqlUnguarded(url, set(draw, 'manifestHash', digestOf(manifest)));
    const { draw: settled } = await done(settle());
    const { verdict, checks } = verifyText(JSON.stringify(settled.record), { lock: draw.manifestHash });
    expect(verdict.kind).toBe('refused');
    expect(checks.filter(({ passed }) => !passed).map(({ id }) => id)).toEqual(['shown-lock']);
    const [locked] = await office.store.read((books) => books.ledger.about(draw.number));
    expect(locked?.payload.facts).toMatchObject({ manifestHash: draw.manifestHash });
  });

  test('who puts another secret is stopped by the database, and without triggers by the commitment posted at the lock', async () => {
    const { office, url, draw, settle } = await atClose();
    const lucky = 'ab'.repeat(32);
    expect(await rawSql(url, set(draw, 'secret', lucky))).toContain('mingqian: draws lock');
    await rawSqlUnguarded(url, set(draw, 'secret', lucky));
    expect(serverCommit(draw.number, lucky)).not.toBe(draw.manifest.entropy.serverCommit);
    await expect(settle()).rejects.toThrow('server-commit-broken');
    expect(await drawNow(office, draw.number)).toMatchObject({ state: 'closed', record: null });
  });

  test('who changes, takes away or adds a contribution is stopped by the database, and without triggers by the seal of the close', async () => {
    const { office, url, draw, settle } = await atClose();
    const attacks = [
      `UPDATE contributions SET "value" = '改' WHERE "person" = 'P922'`,
      `DELETE FROM contributions WHERE "person" = 'P922'`,
      `INSERT INTO contributions SELECT "draw", 'P923', 'W3', "value", "at" FROM contributions WHERE "person" = 'P922'`,
    ];
    for (const sql of attacks) expect(await rawSql(url, sql)).toMatch(/mingqian: contributions (append only|sealed)/);
    await rawSqlUnguarded(url, attacks[0] ?? '');
    expect(await refused(settle())).toEqual({ kind: 'seal-broken', draw: draw.number });
    expect(await drawNow(office, draw.number)).toMatchObject({ state: 'closed', record: null });
  });

  test('who takes the close back to add one more word is stopped by the database', async () => {
    const { url, draw } = await atClose();
    for (const change of [`"closeHash" = NULL`, `"closedAt" = NULL`, `"state" = 'locked'`])
      expect(await rawSql(url, `UPDATE draws SET ${change} WHERE "number" = '${draw.number}'`)).toContain('mingqian: draws close');
  });

  test('who edits the row of a settled draw is stopped by the database', async () => {
    const { office, url, draw } = await atRest();
    for (const sql of [set(draw, 'record', {}), set(draw, 'state', 'closed'), set(draw, 'settledBy', 'P902')])
      expect(await rawSql(url, sql)).toContain('mingqian: draws at rest');
    expect(await rawSql(url, `DELETE FROM draws WHERE "number" = '${draw.number}'`)).toContain('mingqian: draws stays');
    expect(await drawNow(office, draw.number)).toEqual(draw);
  });

  test('who edits it without triggers is seen by every verifier, and by the record’s digest in the ledger', async () => {
    const { office, url, draw, lock } = await atRest();
    const { record } = draw;
    if (!record) throw new Error('no record');
    const objects = record.objects.map((one) => ({ ...one, drawn: [...one.reserve.slice(0, 1), ...one.drawn.slice(1)] }));
    await rawSqlUnguarded(url, set(draw, 'record', { ...record, objects }));
    const forged = (await drawNow(office, draw.number)).record;
    expect(forged).not.toEqual(record);
    const { verdict, checks } = verifyText(JSON.stringify(forged), { lock });
    expect(verdict.kind).toBe('refused');
    expect(checks.filter(({ passed }) => !passed).map(({ id }) => id)).toContain('objects:lawfirm');
    const entries = await office.store.read((books) => books.ledger.about(draw.number));
    const facts = entries.find(({ payload }) => payload.what === 'draw-settled')?.payload.facts;
    expect(facts?.['record']).toBe(digestOf(record));
    expect(digestOf(forged)).not.toBe(facts?.['record']);
  });

  test('who edits the ledger to match is stopped by the database, and without triggers the chain is broken at that entry', async () => {
    const { office, url, draw } = await atRest();
    const [entry] = await office.store.read((books) => books.ledger.about(draw.number));
    const sql = `UPDATE ledger SET "payload" = REPLACE("payload", ${literal(draw.manifestHash)}, ${literal('0'.repeat(64))})`;
    expect(await rawSql(url, sql)).toContain('mingqian: ledger append only');
    expect(await checkLedger(office.store)).toMatchObject({ kind: 'whole' });
    await rawSqlUnguarded(url, sql);
    expect(await checkLedger(office.store)).toEqual({ kind: 'broken', seq: entry?.seq });
  });

  test('who writes a beacon into the books by hand gets no record: its signature is not the chain’s', async () => {
    const { store, url } = await make();
    const office = await office2023(store);
    const { number } = await closedDraw(office, { mode: 'drand', ...WINDOW });
    office.at('2023-09-15T19:01');
    const { randomness, signature } = vectorRound(1000);
    const entry = { draw: number, round: ROUND.round, randomness, signature, from: null, by: 'P901', at: office.now() };
    await store.work((books) => books.beacons.add(entry));
    await expect(settleDraw(office, office.person('P901'), number)).rejects.toThrow('is not signed');
    expect(await rawSql(url, `DELETE FROM beacons`)).toContain('mingqian: beacons append only');
  });
});
