// The shapes of what a draw is repeated from, key by key as SSJ-1 writes them.
import { HEX_256, ID } from './lock-rules.ts';
import { byKind, flag, integer, keyed, listOf, matching, nullOr, oneOf, type Shape, tableOf, text } from './shape.ts';

const digest = matching(HEX_256);
const id = matching(ID);
const rooted = keyed({ n: integer, root: digest });
const slot = integer;

const stratum = keyed(
  { id: text, category: text, num: integer, den: integer, min: integer, base: oneOf('pool', 'all') },
  { optional: { risk: text } },
);

const beacon = nullOr(
  byKind('type', {
    drand: keyed({ type: text, chain: text, round: integer }, { optional: { randomness: digest, signature: text } }),
    lottery: keyed({ type: text, game: text, issue: text }, { optional: { numbers: listOf(integer) } }),
    dice: keyed({ type: text, count: integer, sides: integer }, { optional: { throws: listOf(integer) } }),
  }),
);

const manifest = keyed({
  v: oneOf('SSJ-1'),
  draw: text,
  lockedAt: text,
  roster: rooted,
  inspectors: rooted,
  recusals: rooted,
  rules: keyed({
    document: text,
    strata: listOf(stratum),
    weights: tableOf(integer),
    team: keyed({ size: integer, lead: flag }),
  }),
  entropy: keyed({
    mode: oneOf('drand', 'lottery', 'dice', 'witness'),
    contributors: listOf(keyed({ by: text })),
    serverCommit: digest,
    beacon,
  }),
  eventChain: keyed({ link: digest, length: integer }),
  prev: digest,
});

const rosterRow = keyed({ id: text, name: text, category: text, risk: nullOr(text), excluded: nullOr(text), forced: nullOr(text) });

const inspectorRow = keyed({ id: text, lead: flag, categories: listOf(text), cap: integer, load: integer, excluded: nullOr(text) });

const place = keyed({ object: id, inspector: id });

/** One change, exactly: a key too many would be a second try. */
export const changeShape: Shape = byKind('kind', {
  replace: keyed({ kind: text, out: id, places: listOf(id), withdraw: flag }),
  swap: keyed({ kind: text, a: place, b: place, recused: oneOf('a', 'b', 'both') }),
  substitute: keyed({ kind: text, object: id }),
  fill: keyed({ kind: text, places: listOf(keyed({ object: id, slot })) }),
});

const event = keyed({ n: integer, request: keyed({ change: changeShape }, { open: true }), link: digest }, { open: true });

/** What `replay` reads of a record; results and anything else may stand beside it. */
export const replayShape: Shape = keyed(
  {
    manifest,
    roster: listOf(rosterRow),
    inspectors: listOf(inspectorRow),
    recusals: listOf(keyed({ object: text, inspector: text })),
    contributions: listOf(keyed({ by: text, value: text })),
    beacon,
  },
  { optional: { events: listOf(event) }, open: true },
);

/** What `assign` reads. */
export const assignShape: Shape = keyed(
  {
    seed: text,
    objects: listOf(keyed({ id: text, slots: listOf(listOf(text)), recused: listOf(text) }, { open: true })),
    inspectors: listOf(keyed({ id: text, qualifications: listOf(text), cap: nullOr(integer), load: integer }, { open: true })),
  },
  { open: true },
);
