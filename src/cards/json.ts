// JSON as a type, and how much of a platform's budget a card uses.

/** Anything JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Bytes of the card as it is sent. */
export function bytesOf(json: Json): number {
  return Buffer.byteLength(JSON.stringify(json), 'utf8');
}

/** Objects with a `tag`, as Feishu counts elements: `plain_text` too. */
export function tagsOf(json: Json): number {
  if (typeof json !== 'object' || json === null) return 0;
  if (Array.isArray(json)) return json.reduce((sum: number, one: Json) => sum + tagsOf(one), 0);
  return Object.values(json).reduce((sum: number, one: Json) => sum + tagsOf(one), 'tag' in json ? 1 : 0);
}

/** The value as an object, or null. */
export function object(value: Json | undefined): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** The value as an array; a missing one is empty. */
export function array(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** The value as a text; '' for anything that is none. */
export function word(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
