// The one text of a JSON value that is hashed (RFC 8785 without fractions), and where two values first differ.
import { sha256 } from './sha256.ts';

/** Keys in ascending order, no spaces. The form has been checked before: whole numbers, sound texts, ASCII keys. */
export function stable(value: unknown): string {
  if (!isTree(value)) return JSON.stringify(value);
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += `${text === '' ? '' : ','}${stable(item)}`;
    return `[${text}]`;
  }
  for (const key of Object.keys(value).sort()) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${stable(value[key])}`;
  return `{${text}}`;
}

/** SHA-256 of that text. */
export function hashOf(value: unknown): string {
  return sha256(stable(value));
}

/** Where two values first differ, and what stands there in each; null if nowhere. */
export function difference(expected: unknown, found: unknown, path = ''): { path: string; expected: string; found: string } | null {
  if (expected === found) return null;
  if (isTree(expected) && isTree(found) && Array.isArray(expected) === Array.isArray(found)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(found)]);
    for (const key of keys) {
      const below = difference(expected[key], found[key], Array.isArray(expected) ? `${path}[${key}]` : `${path}.${key}`);
      if (below) return below;
    }
    return null;
  }
  return { path, expected: brief(expected), found: brief(found) };
}

/** A value in few characters. */
export function brief(value: unknown): string {
  if (value === undefined) return '（没有）';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 160)}…（共 ${text.length} 字符）` : text;
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
