// What the group is told in plain text at each step of a draw, the checkpoint it carries, and that neither can differ from what the change wrote.
import { DataSource } from 'typeorm';
import { expect, test } from 'vitest';
import { openComputing } from '../../src/bot/computing.ts';
import { render } from '../../src/bot/views/render.ts';
import { approveVoid } from '../../src/flows/approve-void.ts';
import { askVoid } from '../../src/flows/ask-void.ts';
import { openKey } from '../../src/flows/open-key.ts';
import { checkCheckpoints } from '../../src/store/checkpoints.ts';
import { checkNote, readNote } from '../../src/verify/note.ts';
import { inFours } from '../../src/words/digests.ts';
import { done, GROUP, openOffice, type TestOffice } from '../support/office.ts';
import { TEST_SIGNER } from '../support/signer.ts';
import { closedDraw, lockedDraw, settled } from '../support/stages.ts';
import { type FreshStore, withStores } from '../support/store.ts';

const [VKEY = ''] = TEST_SIGNER.vkeys;

/** The plain message of a step, as it would go out now. */
async function said(office: TestOffice, draw: string, step: string): Promise<string> {
  const row = await office.store.read((books) => books.outbox.get(`announcement:${draw}:${step}:feishu/${GROUP.chat}`));
  if (!row) throw new Error(`nothing was announced of ${draw} ${step}`);
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const computing = openComputing({ log, now: office.now });
  const what = await render({ office, computing, site: null }, row.notice, null);
  if (what.kind !== 'text') throw new Error(`a ${what.kind} can be changed afterwards`);
  return what.text;
}

withStores('at each step of a draw', (make) => {
  test('the group gets a text with number, time, sizes, digests and the checkpoint', async () => {
    const office = await openOffice((await make()).store);
    const draw = await lockedDraw(office);
    const locked = await said(office, draw.number, 'locked');
    expect(locked).toContain(`【${draw.number}号抽签公告】已封签`);
    expect(locked).toContain('时间：2026-03-16 09:00:00');
    expect(locked).toContain('名录：机构 15 家，执法检查人员 7 人，事先回避 0 对');
    expect(locked).toContain(`封签摘要 SHA-256：${inFours(draw.manifestHash)}`);
    expect(locked).toMatch(/封签摘要 SM3：([0-9a-f]{4} ?){16}/);
    const [checkpoint] = await office.store.read((books) => books.checkpoints.ofDraw(draw.number));
    const note = readNote(checkpoint?.note ?? '');
    expect(locked).toContain(`工作记录存证：前 ${note?.size} 条，根 ${Buffer.from(note?.root ?? '', 'hex').toString('base64')}`);
    expect(locked).toContain('请留存');
  });

  test('the close has its digest, and who was absent is counted', async () => {
    const office = await openOffice((await make()).store);
    const closed = await closedDraw(office);
    const text = await said(office, closed.number, 'closed');
    expect(text).toContain(`见证封存摘要 SHA-256：${inFours(closed.closeHash ?? '')}`);
    expect(text).toContain('2 名，2 名已见证');
    expect(await office.store.read((books) => books.checkpoints.ofDraw(closed.number))).toHaveLength(2);
  });

  test('the result names digests of the record and counts, and nobody who was drawn', async () => {
    const office = await openOffice((await make()).store);
    const [row] = await settled(office);
    if (!row) throw new Error('nothing was drawn');
    const draw = await office.store.read((books) => books.draws.get(row.draw));
    const text = await said(office, row.draw, 'settled');
    expect(text).toMatch(/完整记录摘要 SHA-256：([0-9a-f]{4} ?){16}/);
    expect(text).toMatch(/抽中：\d+ 家/);
    for (const { id, name } of draw?.roster ?? []) {
      expect(text).not.toContain(id);
      expect(text).not.toContain(name);
    }
    expect(text).not.toContain(draw?.record?.seed);
  });

  test('a void is told as well, with a checkpoint of its own', async () => {
    const office = await openOffice((await make()).store);
    const draw = await lockedDraw(office);
    await done(askVoid(office, office.person('P901'), draw.number, '名录漏了两家'));
    await done(approveVoid(office, office.person('P911'), draw.number));
    expect(await said(office, draw.number, 'voided')).toContain('编号保留');
    const steps = (await office.store.read((books) => books.checkpoints.ofDraw(draw.number))).map(({ said: { step } }) => step);
    expect(steps).toEqual(['locked', 'voided']);
  });

  test('a text sent late says what the change wrote, whatever became of the draw or its row since', async () => {
    const fresh = await make();
    const office = await openOffice(fresh.store);
    const draw = await lockedDraw(office);
    const before = await said(office, draw.number, 'locked');
    await rawSql(
      fresh,
      `UPDATE draws SET "closeHash" = 'forged', "absent" = '["P921"]', "state" = 'closed' WHERE number = '${draw.number}'`,
    );
    office.at('2026-03-20T10:00');
    expect(await said(office, draw.number, 'locked')).toBe(before);
  });
});

withStores('checkpoints', (make) => {
  test('are signed, cover the entry of their own step, and each goes on from the last', async () => {
    const office = await openOffice((await make()).store);
    await settled(office);
    await lockedDraw(office, { title: '示例：第二次' });
    const all = await office.store.read((books) => books.checkpoints.all());
    expect(all).toHaveLength(4);
    for (const {
      size,
      note,
      said: { step, draw },
    } of all) {
      expect(checkNote(note, VKEY).every(({ passed }) => passed)).toBe(true);
      const [entry] = await office.store.read((books) => books.ledger.from(size, 1));
      const word = step === 'closed' ? 'draw-contributed' : step === 'voided' ? 'draw-voided' : `draw-${step}`;
      expect(entry?.payload).toMatchObject({ what: word, about: draw });
    }
    expect(await checkCheckpoints(office.store)).toMatchObject({ kind: 'hold', checkpoints: all.length });
  });

  test('tell between which entries a ledger was rewritten, even one whose chain holds', async () => {
    const fresh = await make();
    const office = await openOffice(fresh.store);
    await closedDraw(office);
    const sizes = (await office.store.read((books) => books.checkpoints.all())).map(({ size }) => size);
    await rawSql(fresh, `UPDATE ledger SET hash = '${'0'.repeat(64)}' WHERE seq = ${sizes[1]}`, 'ledger');
    expect(await checkCheckpoints(office.store)).toEqual({ kind: 'differs', from: (sizes[0] ?? 0) + 1, to: sizes[1] });
  });

  test('tell that a ledger was cut', async () => {
    const fresh = await make();
    const office = await openOffice(fresh.store);
    const draw = await lockedDraw(office);
    const [checkpoint] = await office.store.read((books) => books.checkpoints.ofDraw(draw.number));
    const size = checkpoint?.size ?? 0;
    await rawSql(fresh, `DELETE FROM ledger WHERE seq = ${size}`, 'ledger');
    expect(await checkCheckpoints(office.store)).toEqual({ kind: 'cut', entries: size - 1, size });
  });

  test('a changed key is said in the ledger, an unchanged one is not said again', async () => {
    const office = await openOffice((await make()).store);
    await openKey(office);
    await openKey(office);
    await openKey({ ...office, signer: { ...TEST_SIGNER, vkeys: ['another+00000000+AQ=='] } });
    const told = await office.store.read((books) => books.ledger.about('checkpoint-key'));
    expect(told.map(({ payload }) => payload.facts)).toEqual([
      { vkeys: VKEY, before: null },
      { vkeys: 'another+00000000+AQ==', before: VKEY },
    ]);
  });
});

/** Runs a statement past the books; with a table, past its triggers too, as somebody with the database in his hands could. */
async function rawSql(fresh: FreshStore, sql: string, table?: string): Promise<void> {
  const source = await new DataSource(
    fresh.database === 'sqlite' ? { type: 'sqlite', database: fresh.url.slice('sqlite:'.length) } : { type: 'postgres', url: fresh.url },
  ).initialize();
  try {
    if (table && fresh.database === 'postgres') await source.query(`ALTER TABLE "${table}" DISABLE TRIGGER ALL`);
    if (table && fresh.database === 'sqlite') {
      const found: { name: string }[] = await source.query(
        `SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '${table}'`,
      );
      for (const { name } of found) await source.query(`DROP TRIGGER "${name}"`);
    }
    await source.query(sql);
  } finally {
    await source.destroy();
  }
}
