// The records and assignments that an independent implementation made: ours must agree byte for byte.
import { expect, test } from 'vitest';
import type { DrawRecord } from '../../../src/domain/record.ts';
import { assign } from '../../../src/domain/ssj/assign.ts';
import { digestOf } from '../../../src/domain/ssj/canonical.ts';
import { byId, byPair, rooted } from '../../../src/domain/ssj/merkle.ts';
import { addEvent } from '../../../src/domain/ssj/next-event.ts';
import { replay } from '../../../src/domain/ssj/replay.ts';
import { settle } from '../../../src/domain/ssj/settle.ts';
import { ASSIGNMENTS, RECORDS } from '../../support/vectors.ts';

test.each(RECORDS)('replay of $name computes what the other implementation computed', ({ record }) => {
  const { seed, objects, inspectorSeed, teams, unfilled, finalTeams } = record;
  const events = record.events.map((event) => ({ n: event.n, seed: event.seed, result: event.result }));
  expect(replay(record)).toEqual({ ok: true, value: { seed, objects, inspectorSeed, teams, unfilled, events, finalTeams } });
});

test.each(RECORDS)('the manifest of $name quotes the hash and the roots that we compute', ({ record }) => {
  expect(digestOf(record.manifest)).toBe(record.manifestHash);
  expect(rooted(record.roster, byId)).toEqual(record.manifest.roster);
  expect(rooted(record.inspectors, byId)).toEqual(record.manifest.inspectors);
  expect(rooted(record.recusals, byPair)).toEqual(record.manifest.recusals);
});

test.each(RECORDS)('$name, settled and led through its events one by one, is the very record', ({ record }) => {
  let ours: DrawRecord = settle(record);
  for (const { request, link } of record.events) {
    const next = addEvent(ours, request, link);
    if (!next.ok) throw new Error(JSON.stringify(next.problem));
    ours = next.value;
  }
  expect(ours).toEqual(record);
});

test.each(ASSIGNMENTS)('assignment $name comes out as the other implementation has it', ({ input, expected }) => {
  const { teams, load, unfilled } = assign(input);
  expect({ teams, load, unfilled }).toEqual(expected);
});
