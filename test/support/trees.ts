// Walks a JSON value and changes one thing in it, for tests that spoil records.

/** An object of JSON. */
export type Tree = Record<string, unknown>;
/** Keys from the top down. */
export type Path = readonly string[];

/** Other values of the same kind that keep the form, and one that breaks it. */
export function spoilt(value: unknown): readonly unknown[] {
  if (typeof value === 'number') return [value + 1, -value - 1, value + 0.5, String(value)];
  if (typeof value === 'boolean') return [!value, null];
  if (typeof value === 'string') {
    const last = value.at(-1);
    const hexOr = last === '0' ? '1' : '0';
    return [`${value.slice(0, -1)}${hexOr}`, `${value}\ud800`, null, 0];
  }
  return ['停业', 0, false];
}

/** The paths of all values that hold no others. */
export function leavesOf(tree: unknown, path: Path = []): readonly Path[] {
  if (typeof tree !== 'object' || tree === null) return [path];
  return Object.entries(tree).flatMap(([key, below]) => leavesOf(below, [...path, key]));
}

/** The paths of all objects. */
export function objectsOf(tree: unknown, path: Path = []): readonly Path[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const below = Object.entries(tree).flatMap(([key, part]) => objectsOf(part, [...path, key]));
  return Array.isArray(tree) ? below : [path, ...below];
}

/** The paths of all lists. */
export function listsOf(tree: unknown, path: Path = []): readonly Path[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const below = Object.entries(tree).flatMap(([key, part]) => listsOf(part, [...path, key]));
  return Array.isArray(tree) ? [path, ...below] : below;
}

/** What stands at a path. */
export function at(tree: unknown, path: Path): unknown {
  return path.reduce((part, key) => (part as Tree)[key], tree);
}

/** A copy with something else at a path. */
export function replaced(tree: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const copy = (Array.isArray(tree) ? [...(tree as unknown[])] : { ...(tree as Tree) }) as Tree;
  copy[key] = replaced(copy[key], rest, value);
  return copy;
}

/** A copy without one key. */
export function without(object: Tree, key: string): Tree {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}
