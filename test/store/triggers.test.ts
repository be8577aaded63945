// What the database itself refuses, attacked by raw SQL past every book.
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DrawRecord } from '../../src/domain/record.ts';
import type { Store } from '../../src/store/books.ts';
import { openEngine } from '../../src/store/open.ts';
import { withOneStore } from '../support/store.ts';
import * as samples from './samples.ts';

const { at } = samples;

/** What comes to a draw after its lock, beside what witnesses write. */
const CAME = {
  beacon: { draw: '2026-0003', round: 26_000_000, randomness: 'ab', signature: 'cd', from: null, by: 'P020', at },
  outcome: { draw: '2026-0003', record: samples.settled.record as DrawRecord, at },
  confirmation: { draw: '2026-0003', person: 'P020', verdict: 'confirmed', words: '', recordHash: 'ef', at },
} as const;

withOneStore('raw SQL cannot', (shared, database) => {
  let source: DataSource | undefined;
  beforeAll(async () => {
    await fill(shared().store);
    source = (await openEngine(shared().url)).source;
  });
  afterAll(() => source?.destroy());

  /** What the database says to a statement. */
  const run = async (sql: string): Promise<string> => {
    try {
      await source?.query(sql);
      return 'done';
    } catch (error) {
      return (error as Error).message;
    }
  };

  const appendOnly = {
    ledger: 'hash',
    checkpoints: 'note',
    roster_history: 'source',
    contributions: 'value',
    dice: 'throws',
    beacons: 'signature',
    void_outcomes: 'record',
    confirmations: 'verdict',
    draw_events: 'link',
    journal: 'words',
  };
  test.each(Object.entries(appendOnly))('change or delete a row of %s', async (table, column) => {
    expect(await run(`UPDATE "${table}" SET "${column}" = 'x'`)).toContain(`mingqian: ${table} append only`);
    expect(await run(`DELETE FROM "${table}"`)).toContain(`mingqian: ${table} append only`);
    await expectNoWayAround(table);
  });

  const lock = ['number', 'task', 'manifest', 'manifestHash', 'roster', 'inspectors', 'recusals', 'secret', 'lastLink', 'lockedBy'];
  test.each([...lock, 'lockedAt', 'witnesses'])('change %s of a locked draw', async (column) => {
    expect(await run(`UPDATE draws SET "${column}" = 'x' WHERE number = '2026-0004'`)).toContain('mingqian: draws lock');
  });

  test('delete a draw, whatever its state', async () => {
    for (const number of ['2026-0003', '2026-0004', '2026-0005']) {
      expect(await run(`DELETE FROM draws WHERE number = '${number}'`)).toContain('mingqian: draws stays');
    }
    await expectNoWayAround('draws');
  });

  test('change anything of a settled or void draw', async () => {
    for (const number of ['2026-0003', '2026-0005']) {
      for (const change of [`"record" = NULL`, `"settledBy" = 'P666'`, `"state" = 'locked'`, `"version" = "version" + 1`]) {
        expect(await run(`UPDATE draws SET ${change} WHERE number = '${number}'`)).toContain('mingqian: draws at rest');
      }
    }
  });

  test('but a locked draw may still be closed, once: the seal of its contributions is not taken back', async () => {
    const close = `UPDATE draws SET "state" = 'closed', "closeHash" = 'x', "closedAt" = '2026-03-16 01:30:00.000'`;
    expect(await run(`${close} WHERE number = '2026-0004'`)).toBe('done');
    for (const change of [`"closeHash" = NULL`, `"closeHash" = 'y'`, `"closedAt" = NULL`, `"absent" = '["W9"]'`, `"state" = 'locked'`])
      expect(await run(`UPDATE draws SET ${change} WHERE number = '2026-0004'`)).toContain('mingqian: draws close');
    expect(await run(`UPDATE draws SET "version" = "version" + 1 WHERE number = '2026-0004'`)).toBe('done');
  });

  test('add a contribution once the contributions are closed', async () => {
    const values = `'P099', 'W9', "value", "at" FROM contributions LIMIT 1`;
    expect(await run(`INSERT INTO contributions SELECT '2026-0003', ${values}`)).toContain('mingqian: contributions sealed');
    expect(await run(`INSERT INTO contributions SELECT '2026-0005', ${values}`)).toBe('done');
  });

  test('change what was asked, or anything of a request that is decided', async () => {
    const asked = ['draw', 'assignment', 'institution', 'person', 'ground', 'origin', 'words', 'by', 'at', 'before'];
    for (const column of asked) {
      expect(await run(`UPDATE change_requests SET "${column}" = 'x' WHERE id = 'open'`)).toContain('mingqian: change_requests asked');
    }
    for (const change of [`"state" = 'open'`, `"decision" = NULL`, `"version" = "version" + 1`]) {
      expect(await run(`UPDATE change_requests SET ${change} WHERE id = 'done'`)).toContain('mingqian: change_requests at rest');
    }
    expect(await run(`DELETE FROM change_requests WHERE id = 'open'`)).toContain('mingqian: change_requests stays');
    expect(await run(`UPDATE change_requests SET "state" = 'refused' WHERE id = 'open'`)).toBe('done');
    await expectNoWayAround('change_requests');
  });

  test('change what a measure says, anything of one that is over, and of a served one all but its end', async () => {
    for (const column of ['kind', 'institution', 'problem', 'source', 'words', 'details', 'by', 'at', 'until']) {
      expect(await run(`UPDATE measures SET "${column}" = 'x' WHERE id = 'open'`)).toContain('mingqian: measures proposed');
    }
    for (const id of ['ended', 'refused', 'withdrawn']) {
      expect(await run(`UPDATE measures SET "state" = 'approved' WHERE id = '${id}'`)).toContain('mingqian: measures at rest');
    }
    for (const change of [`"state" = 'approved'`, `"done" = NULL, "state" = 'ended'`, `"notice" = NULL, "state" = 'ended'`]) {
      expect(await run(`UPDATE measures SET ${change} WHERE id = 'done'`)).toContain('mingqian: measures served');
    }
    expect(await run(`DELETE FROM measures WHERE id = 'open'`)).toContain('mingqian: measures stays');
    expect(await run(`UPDATE measures SET "state" = 'ended' WHERE id = 'done'`)).toBe('done');
    expect(await run(`UPDATE measures SET "state" = 'withdrawn' WHERE id = 'open'`)).toBe('done');
    await expectNoWayAround('measures');
  });

  const fields = ['institution', 'time', 'method', 'content', 'result', 'handling', 'institutionId', 'publishedOn', 'state'];
  test.each(fields)('change %s of a published publication', async (column) => {
    expect(await run(`UPDATE publications SET "${column}" = 'x' WHERE id = 'out'`)).toContain('mingqian: publications published');
    expect(await run(`UPDATE publications SET "${column}" = 'x' WHERE id = 'in'`)).toBe('done');
  });

  test('delete a published publication, or put another over it', async () => {
    expect(await run(`DELETE FROM publications WHERE id = 'out'`)).toContain('mingqian: publications stays');
    const over = database === 'sqlite' ? 'UPDATE OR REPLACE' : 'UPDATE';
    expect(await run(`${over} publications SET id = 'out' WHERE id = 'in'`)).toContain('mingqian: publications id');
    await expectNoWayAround('publications');
    expect(await run(`UPDATE publications SET channels = '[]' WHERE id = 'out'`)).toBe('done');
  });

  test('stay without triggers that somebody dropped: the next start puts them back', async () => {
    await run(`DROP TRIGGER ledger_delete_append_only${database === 'postgres' ? ' ON ledger' : ''}`);
    const again = await openEngine(shared().url);
    await again.close();
    expect(await run('DELETE FROM ledger')).toContain('mingqian: ledger append only');
  });

  async function expectNoWayAround(table: string): Promise<void> {
    if (database === 'sqlite') {
      expect(await run(`INSERT OR REPLACE INTO "${table}" SELECT * FROM "${table}"`)).toMatch(
        new RegExp(`mingqian: ${table} (replace|sealed)`),
      );
    } else {
      expect(await run(`TRUNCATE "${table}"`)).toContain(`mingqian: ${table} truncate`);
    }
  }
});

/** Puts a row into every guarded table: draws settled, locked and void, publications in and out. */
async function fill(store: Store): Promise<void> {
  await store.work(async (books) => {
    await books.ledger.add({ what: 'office-opened', by: 'system', about: '' }, at);
    await books.checkpoints.add(samples.checkpoint);
    await books.people.apply([{ id: 'P007', before: null, after: samples.person }], { at, by: 'system', source: '示例' });
    await books.draws.contribute(samples.contribution);
    await books.draws.type(samples.typedEntry);
    await books.beacons.add(CAME.beacon);
    await books.outcomes.add(CAME.outcome);
    await books.confirmations.add(CAME.confirmation);
    await books.draws.add(samples.draw);
    await books.draws.replace({ ...samples.settled, version: 1 });
    await books.draws.add({ ...samples.draw, number: '2026-0004' });
    await books.draws.add({ ...samples.draw, number: '2026-0005', state: 'void' });
    await books.changes.addEvent('2026-0003', samples.drawEvent);
    await books.changes.add({ ...samples.changeRequest, id: 'open', state: 'open' });
    await books.changes.add({ ...samples.changeRequest, id: 'done', state: 'done' });
    await books.journal.add(samples.journalEntry);
    for (const state of ['done', 'ended', 'refused', 'withdrawn'] as const)
      await books.measures.add({ ...samples.measure, id: state, state });
    await books.measures.add({ ...samples.measure, id: 'open', state: 'proposed' });
    await books.publications.add({ ...samples.publication, id: 'in' });
    await books.publications.add({ ...samples.publication, id: 'out', state: 'published', publishedOn: '2026-03-25' });
  });
}
