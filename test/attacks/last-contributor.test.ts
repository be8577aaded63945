// The last witness in mode `witness`, who knows every other word: what 10,000 values gain him without the server's secret, and with it.
import { expect, test } from 'vitest';
import type { Draw } from '../../src/domain/draw.ts';
import { drawObjects, quotaOf } from '../../src/domain/ssj/objects.ts';
import { SERVER } from '../../src/domain/ssj/secrets.ts';
import { objectSeed } from '../../src/domain/ssj/seed.ts';
import { contribute } from '../../src/flows/contribute.ts';
import { settleDraw } from '../../src/flows/settle-draw.ts';
import { openDeskBench } from '../support/desk-bench.ts';
import { handAt } from '../support/desk-press.ts';
import { done, openOffice, refused, type TestOffice } from '../support/office.ts';
import { lockedDraw } from '../support/stages.ts';
import { withStores } from '../support/store.ts';

const TRIES = 10_000;
const FIRST = '雨';
/** The institution he wants drawn, of ten of which two are. */
const DRAFT = { categories: ['grassroots'], matters: ['M03'] } as const;

/** What would be drawn if this were the server's secret and that his word. */
function drawnWith({ manifest, manifestHash, roster }: Draw, secret: string, word: string): readonly string[] {
  const contributions = [
    { by: SERVER, value: secret },
    { by: 'W1', value: FIRST },
    { by: 'W2', value: word },
  ];
  const seed = objectSeed({ manifest, manifestHash, contributions, beacon: null });
  return drawObjects(roster, manifest.rules, seed).flatMap(({ drawn }) => drawn);
}

const words = Array.from({ length: TRIES }, (_, i) => `示例${i}`);

withStores('the last witness', (make) => {
  async function beforeHim(): Promise<{
    readonly office: TestOffice;
    readonly draw: Draw;
    readonly wanted: string;
    readonly rate: number;
  }> {
    const office = await openOffice((await make()).store);
    const draw = await lockedDraw(office, DRAFT);
    await done(contribute(office, office.person('P921'), draw.number, FIRST));
    const [stratum] = draw.manifest.rules.strata;
    if (!stratum) throw new Error('no stratum');
    return { office, draw, wanted: draw.roster[3]?.id ?? '', rate: quotaOf(draw.roster, stratum) / draw.roster.length };
  }

  test('tries 10,000 values without the secret and gains nothing: the best by his own reckoning hit no more often than chance, for the sealed secret enters each', async () => {
    const { draw, wanted, rate } = await beforeHim();
    expect(rate).toBe(0.2);
    // All he has for the secret is what the lock shows: its commitment. He may as well guess.
    for (const guess of [draw.manifest.entropy.serverCommit, '0'.repeat(64)]) {
      const chosen = words.filter((word) => drawnWith(draw, guess, word).includes(wanted));
      const hits = chosen.filter((word) => drawnWith(draw, draw.secret, word).includes(wanted)).length;
      expect(chosen.length).toBeGreaterThan(TRIES * rate * 0.9);
      const sigma = Math.sqrt(rate * (1 - rate) * chosen.length);
      expect(Math.abs(hits - rate * chosen.length)).toBeLessThan(5 * sigma);
    }
  });

  test('finds the secret on no card, in no notice and in no ledger entry before the result', async () => {
    const { office, draw } = await beforeHim();
    const bench = openDeskBench(office);
    try {
      const press = handAt(bench, office);
      await bench.say('ou_922', `/抽签 ${draw.number}`);
      await bench.say('ou_922', `/抽签 ${draw.number} 验签`);
      const told = await press('ou_922', { do: 'contribute', about: draw.number }, { value: '晴' });
      const [ledger, outbox] = await office.store.work(async (books) => [
        await books.ledger.from(1, 500),
        await books.outbox.lease('attack', office.now(), office.now(), 500),
      ]);
      const seen = JSON.stringify([told, bench.sent, bench.updated, ledger, outbox]);
      expect(bench.sent.length).toBeGreaterThan(2);
      expect(seen.replaceAll(/\s/g, '')).not.toContain(draw.secret.slice(0, 16));
      expect(JSON.stringify(ledger)).toContain(draw.manifestHash);
    } finally {
      await bench.close();
    }
  });

  test('gives one word of his 10,000, once: the second is refused, and the result is the one of the first', async () => {
    const { office, draw } = await beforeHim();
    const [word = '', ...others] = words;
    await done(contribute(office, office.person('P922'), draw.number, word));
    for (const other of others.slice(0, 5))
      expect(await refused(contribute(office, office.person('P922'), draw.number, other))).toEqual({ kind: 'already-contributed' });
    const { draw: settled } = await done(settleDraw(office, office.person('P901'), draw.number));
    expect(settled.record?.objects.flatMap(({ drawn }) => drawn)).toEqual(drawnWith(draw, draw.secret, word));
  });

  test('does steer together with whoever holds the secret, as the protocol says of mode `witness`: the other modes have an ingredient that comes after', async () => {
    const { draw, wanted } = await beforeHim();
    expect(words.slice(0, 100).some((word) => drawnWith(draw, draw.secret, word).includes(wanted))).toBe(true);
    expect(draw.manifest.entropy.beacon).toBeNull();
  });
});
