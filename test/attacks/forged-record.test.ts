// A whole record made later by somebody who has the true manifest of the lock and bends what follows from it: all three verifiers.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Contribution, DrawRecord } from '../../src/domain/record.ts';
import { closeHash, SERVER } from '../../src/domain/ssj/secrets.ts';
import { settle } from '../../src/domain/ssj/settle.ts';
import { settleDraw } from '../../src/flows/settle-draw.ts';
import { verifyText } from '../../src/verify/strict-text.ts';
import { done, openOffice } from '../support/office.ts';
import { runPython } from '../support/python.ts';
import { closedDraw } from '../support/stages.ts';
import { withOneStore } from '../support/store.ts';

/** The record as the product would make it if these had been the words: consistent in everything else. */
function madeWith(record: DrawRecord, contributions: readonly Contribution[]): DrawRecord {
  return settle({ ...record, contributions });
}

/** The lines that fail: of the page's own code (the HTML file runs `verifyText`), and whether the script refuses too. */
function refusals(record: unknown, shown: { readonly lock: string; readonly close?: string }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'mingqian-forged-'));
  try {
    const text = JSON.stringify(record);
    const file = path.join(folder, 'record.json');
    writeFileSync(file, text);
    const close = shown.close === undefined ? [] : ['--close', shown.close];
    const { verdict, checks } = verifyText(text, shown);
    const python = runPython(file, '--lock', shown.lock, ...close);
    return { kind: verdict.kind, lines: checks.filter(({ passed }) => !passed).map(({ id }) => id), code: python.code, err: python.err };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

withOneStore('a forged record with the true manifest', (shared) => {
  async function honest() {
    const office = await openOffice(shared().store);
    const { number, closeHash: close, manifestHash: lock } = await closedDraw(office);
    const { draw } = await done(settleDraw(office, office.person('P901'), number));
    if (!draw.record || close === null) throw new Error('not settled');
    return { record: draw.record, lock, close };
  }

  test('is refused: another secret by the lock’s commitment, other words by the group’s seal of the close, another list or result by its line', async () => {
    const { record, lock, close } = await honest();
    expect(refusals(record, { lock, close })).toMatchObject({ kind: 'announced', lines: [], code: 0 });
    const bySecret = madeWith(record, [{ by: SERVER, value: 'ab'.repeat(32) }, ...record.contributions.slice(1)]);
    expect(refusals(bySecret, { lock, close })).toMatchObject({ kind: 'refused', lines: ['server-commit'], code: 1 });
    const byWords = madeWith(
      record,
      record.contributions.map((one) => (one.by === 'W2' ? { ...one, value: '示例：挑过的词' } : one)),
    );
    expect(closeHash(byWords.contributions.slice(1))).not.toBe(close);
    expect(refusals(byWords, { lock, close })).toMatchObject({ kind: 'refused', lines: ['shown-close'], code: 1 });
    const roster = record.roster.map((row, i) => (i === 0 ? { ...row, excluded: '停业' } : row));
    const byList = settle({ ...record, roster });
    expect(refusals(byList, { lock, close })).toMatchObject({ kind: 'refused', lines: ['roster-root'], code: 1 });
    const objects = record.objects.map((one) => ({ ...one, reserve: one.drawn, drawn: one.reserve }));
    const byResult = refusals({ ...record, objects }, { lock, close });
    expect(byResult).toMatchObject({ kind: 'refused', code: 1 });
    expect(byResult.lines).toContain('objects:lawfirm');
  });
});
