// How values lie in text columns: instants as ISO text, everything else as JSON that gives dates back as dates.

/** An instant as ISO-8601 text of 24 characters, UTC with milliseconds: it sorts as text, alike on both databases. */
export const instantText = {
  to: (instant: Date | null | undefined): string | null | undefined => instant && instant.toISOString(),
  from: (text: string | null): Date | null => (text === null ? null : new Date(text)),
};

/** A value of JSON's kinds and dates. Null is null in the column, not the text `null`. */
export const jsonText = {
  to: (value: unknown): string | null => (value === null || value === undefined ? null : encode(value)),
  from: (text: string | null): unknown => (text === null ? null : decode(text)),
};

/** JSON in which a date is `{"$at":"2026-…Z"}`; an object that looks like that already gets one more `$`. */
export function encode(value: unknown): string {
  return JSON.stringify(tagged(value));
}

/** What `encode` wrote, as it was. */
export function decode(text: string): unknown {
  // Most texts hold no date, and a reviver makes parsing several times slower.
  if (!text.includes('$at":')) return JSON.parse(text) as unknown;
  return JSON.parse(text, (_key, value: unknown) => {
    const tag = tagOf(value);
    if (tag === null) return value;
    const inner = (value as Record<string, unknown>)[tag];
    return tag === '$at' ? new Date(inner as string) : { [tag.slice(1)]: inner };
  }) as unknown;
}

function tagged(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) return { $at: value.toISOString() };
  if (Array.isArray(value)) return value.map(tagged);
  const plain = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tagged(inner)]));
  const tag = tagOf(value);
  return tag === null ? plain : { [`$${tag}`]: plain[tag] };
}

/** `$at`, `$$at`, … if that is the object's only key. */
function tagOf(value: unknown): string | null {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  const keys = Object.keys(value);
  const only = keys.length === 1 ? keys[0] : undefined;
  return only !== undefined && /^\$+at$/.test(only) ? only : null;
}
