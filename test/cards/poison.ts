// Facts made hostile or huge: the same shape, with what people typed replaced and every list made long.

/** Keys of facts under which people's own text stands (closed words, ids, days and digests keep theirs). */
const TYPED = new Set([
  'name',
  'title',
  'words',
  'text',
  'address',
  'head',
  'unit',
  'phone',
  'mobile',
  'post',
  'summary',
  'basis',
  'content',
  'object',
  'subject',
  'search',
  'fileName',
  'office',
  'announcing',
  'ownerUnit',
  'methodReason',
  'institution',
  'time',
  'method',
  'result',
  'handling',
  'point',
  'points',
  'what',
  'word',
  'licence',
  'certificate',
  'value',
  'document',
]);

/** Closed words that stand under those keys in some facts. */
const CLOSED = new Set([
  'onsite',
  'written',
  'fine',
  'problem',
  'not-applicable',
  'unchecked',
  'corrected',
  'partly',
  'uncorrected',
  'M01',
  'M02',
]);

/** The facts with every text of people replaced; `names` get it too, so that a looked-up name is hostile as well. */
export function poisoned<T>(facts: T, poison: string): T {
  return replace(facts, '', poison) as T;
}

function replace(value: unknown, key: string, poison: string): unknown {
  if (value instanceof Date || value === null) return value;
  if (typeof value === 'string') return TYPED.has(key) && !CLOSED.has(value) ? poison : value;
  if (Array.isArray(value)) return value.map((one) => replace(one, key, poison));
  if (typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      name === 'names' ? Object.fromEntries(Object.keys(one as object).map((id) => [id, poison])) : replace(one, name, poison),
    ]),
  );
}

/** The facts with every list of things repeated up to `length`; lists of words, and the four lists, keep theirs. */
export function swollen<T>(facts: T, length: number): T {
  return swell(facts, '', length) as T;
}

function swell(value: unknown, key: string, length: number): unknown {
  if (value instanceof Date || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const isOfThings = value.length > 0 && (typeof value[0] === 'object' || key === 'points' || key === 'people') && key !== 'lists';
    if (!isOfThings) return value;
    return Array.from({ length }, (_, index) => numbered(swell(value[index % value.length], key, 3), index));
  }
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, swell(one, name, length)]));
}

/** Ids stay distinct. */
function numbered(value: unknown, index: number): unknown {
  if (typeof value !== 'object' || value === null || !('id' in value)) return value;
  return { ...value, id: `${String(value.id)}-${index}` };
}
