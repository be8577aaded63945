// The form of a record, written as an example of one: every key that must stand, none beside them, and of what sort each value is.

type Sort = 'SSJ-1' | 'digest' | 'id' | 'name' | 'text' | 'text?' | 'count' | 'flag' | 'moment' | 'id?';
/** A sort; an object of forms (a key ending in `?` may be missing, `*` stands for any keys); a list of one form; or `choice` between whole forms. */
type Form =
  | Sort
  | { readonly [key: string]: Form }
  | readonly [Form]
  | { readonly choice: readonly Form[] }
  | ((value: unknown) => boolean);

const BY_SORT: Readonly<Record<Sort, (value: unknown) => boolean>> = {
  'SSJ-1': (value) => value === 'SSJ-1',
  digest: (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
  id: (value) => typeof value === 'string' && /^[0-9A-Za-z._-]{1,64}$/.test(value),
  'id?': (value) => value === null || BY_SORT.id(value),
  name: (value) => value !== '' && BY_SORT.text(value),
  text: (value) => typeof value === 'string' && isSound(value),
  'text?': (value) => value === null || BY_SORT.text(value),
  count: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  flag: (value) => value === true || value === false,
  moment: (value) => typeof value === 'string' && momentOf(value) !== null,
};

const anyWord =
  (...words: readonly unknown[]): Form =>
  (value) =>
    words.includes(value);
const place: Form = { object: 'id', inspector: 'id' };
const team: Form = { object: 'id', team: ['id?'] };
const list: Form = { n: 'count', root: 'digest' };

/** Planned: as the manifest fixes it; come: as the record has it. */
const planned: readonly Form[] = [
  (value) => value === null,
  { type: anyWord('drand'), chain: 'digest', round: 'count' },
  { type: anyWord('lottery'), game: 'name', issue: 'name' },
  { type: anyWord('dice'), count: 'count', sides: 'count' },
];
const come: readonly Form[] = [
  (value) => value === null,
  { type: anyWord('drand'), chain: 'digest', round: 'count', randomness: 'digest', signature: isSignature },
  { type: anyWord('lottery'), game: 'name', issue: 'name', numbers: ['count'] },
  { type: anyWord('dice'), count: 'count', sides: 'count', throws: ['count'] },
];

const change: Form = {
  choice: [
    { kind: anyWord('replace'), out: 'id', places: ['id'], withdraw: 'flag' },
    { kind: anyWord('swap'), a: place, b: place, recused: anyWord('a', 'b', 'both') },
    { kind: anyWord('substitute'), object: 'id' },
    { kind: anyWord('fill'), places: [{ object: 'id', slot: 'count' }] },
  ],
};
const result: Form = {
  choice: [(value) => value === true, [{ object: 'id', in: 'id?' }], { object: 'id?', changes: [{ out: 'id', in: 'id?' }] }],
};

const RECORD: Form = {
  v: 'SSJ-1',
  manifest: {
    v: 'SSJ-1',
    draw: 'id',
    lockedAt: 'moment',
    roster: list,
    inspectors: list,
    recusals: list,
    rules: {
      document: 'text',
      strata: [{ id: 'text', category: 'text', 'risk?': 'text', num: 'count', den: 'count', min: 'count', base: anyWord('pool', 'all') }],
      weights: { '*': 'count' },
      team: { size: 'count', lead: 'flag' },
    },
    entropy: {
      mode: anyWord('drand', 'lottery', 'dice', 'witness'),
      contributors: [{ by: 'name' }],
      serverCommit: 'digest',
      beacon: { choice: planned },
    },
    eventChain: { link: 'digest', length: 'count' },
    prev: 'digest',
  },
  manifestHash: 'digest',
  roster: [{ id: 'text', name: 'text', category: 'text', risk: 'text?', excluded: 'text?', forced: 'text?' }],
  inspectors: [{ id: 'text', lead: 'flag', categories: ['text'], cap: 'count', load: 'count', excluded: 'text?' }],
  recusals: [{ object: 'text', inspector: 'text' }],
  contributions: [{ by: 'name', value: 'text' }],
  beacon: { choice: come },
  'beaconTypedBy?': ['name'],
  seed: 'digest',
  objects: [{ stratum: 'text', forced: ['id'], drawn: ['id'], reserve: ['id'] }],
  inspectorSeed: 'digest',
  teams: [team],
  unfilled: [{ object: 'id', slot: 'count' }],
  events: [
    {
      n: 'count',
      request: { change, ground: 'name', decidedBy: 'name', words: 'text', at: 'moment' },
      link: 'digest',
      seed: 'digest',
      result,
    },
  ],
  finalTeams: [team],
};

/** The paths at which a record has not the form, in reading order; none if it is sound. */
export function formFaults(record: unknown): readonly string[] {
  return [...faults(record, RECORD, '记录')];
}

/** Milliseconds since 1970 of an RFC 3339 time with an offset; null if it is none. */
export function momentOf(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

function* faults(value: unknown, form: Form, path: string): Generator<string> {
  if (typeof form === 'string') {
    if (!BY_SORT[form](value)) yield path;
  } else if (typeof form === 'function') {
    if (!form(value)) yield path;
  } else if (isList(form)) {
    if (!Array.isArray(value)) yield path;
    else for (const [i, item] of value.entries()) yield* faults(item, form[0], `${path}[${i}]`);
  } else if (isChoice(form)) {
    if (!form.choice.some((one) => faults(value, one, path).next().done)) yield path;
  } else yield* objectFaults(value, form, path);
}

function* objectFaults(value: unknown, form: Readonly<Record<string, Form>>, path: string): Generator<string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    yield path;
    return;
  }
  const members = value as Readonly<Record<string, unknown>>;
  const known = new Set<string>();
  for (const [name, below] of Object.entries(form)) {
    if (name === '*') continue;
    const key = name.replace(/\?$/, '');
    known.add(key);
    if (Object.hasOwn(members, key)) yield* faults(members[key], below, `${path}.${key}`);
    else if (key === name) yield `${path}.${key}`;
  }
  for (const key of Object.keys(members)) {
    if (known.has(key)) continue;
    if (form['*'] === undefined || !/^[\x20-\x7e]*$/.test(key) || key.length > 200) yield `${path}.${key}`;
    else yield* faults(members[key], form['*'], `${path}.${key}`);
  }
}

/** As texts of people are received: no half characters, at most 200, line ends LF. */
function isSound(text: string): boolean {
  return text.length <= 400 && Array.from(text).length <= 200 && !text.includes('\r\n') && !/\p{Surrogate}/u.test(text);
}

function isSignature(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{96}$/.test(value);
}

function isList(form: Form): form is readonly [Form] {
  return Array.isArray(form);
}

function isChoice(form: object): form is { readonly choice: readonly Form[] } {
  return Object.hasOwn(form, 'choice');
}
