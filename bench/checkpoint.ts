// What a checkpoint costs a lock when the ledger is long: the first over 100,000 entries, and one that goes on from it.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { announcementOf } from '../src/domain/announcement.ts';
import type { Draw } from '../src/domain/draw.ts';
import { ed25519Key, signerOf } from '../src/domain/signed-note.ts';
import { announce } from '../src/flows/announce.ts';
import { checkCheckpoints } from '../src/store/checkpoints.ts';
import { openEngine, openStore } from '../src/store/open.ts';
import { type Measure, percentile } from './line.ts';

const ENTRIES = 100_000;
const SINCE = 500;
const TIMES = 5;

/** The draw is no more than an announcement needs; the ledger's hashes are chance, since a tree does not ask what they are of. */
const DRAW = {
  number: '2026-0001',
  manifest: { roster: { n: 0 }, inspectors: { n: 0 }, recusals: { n: 0 } },
  manifestHash: '',
  closeHash: null,
  record: null,
  absent: [],
  witnesses: [],
} as unknown as Draw;

/** The baseline is reading the ledger whole, as it would be without the tree's kept edge. */
export const measure: Measure = async (say) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mingqian-bench-'));
  const url = `sqlite:${path.join(folder, 'bench.db')}`;
  const store = await openStore(url);
  const signer = signerOf([ed25519Key('bench.example/log', randomBytes(32))]);
  const step = async (): Promise<number> => {
    const began = performance.now();
    await store.work((books) => announce(books, signer, announcementOf('locked', DRAW, new Date())));
    return performance.now() - began;
  };
  try {
    await lengthen(url, ENTRIES);
    const first = await step();
    const later: number[] = [];
    for (let i = 0; i < TIMES; i++) {
      await lengthen(url, SINCE);
      later.push(await step());
    }
    say('first-over-100k', first, 'ms', 1);
    say('next-after-500', percentile(later, 0.5), 'ms', TIMES, first);
    const began = performance.now();
    await checkCheckpoints(store);
    say('check-all', performance.now() - began, 'ms', TIMES + 1);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

async function lengthen(url: string, entries: number): Promise<void> {
  const { source, close } = await openEngine(url);
  try {
    await source.query(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${entries}), head(s) AS (SELECT COALESCE(MAX(seq), 0) FROM ledger)
       INSERT INTO ledger (seq, about, payload, prev, hash) SELECT s + i, 'x', '{"what":"reminded","by":"system","about":"x","at":"2026-03-16T01:00:00.000Z"}', '', lower(hex(randomblob(32))) FROM n, head`,
    );
  } finally {
    await close();
  }
}
