// Looks at a value that came from outside piece by piece, and says at which paths it is not what it should be.

/** Adds the path of everything wrong with `value` to `wrong`. */
export type Shape = (value: unknown, path: string, wrong: string[]) => void;

/** A shape from a question that one value answers alone. */
export function where(holds: (value: unknown) => boolean): Shape {
  return (value, path, wrong) => {
    if (!holds(value)) wrong.push(path);
  };
}

/** Any text. */
export const text: Shape = where((value) => typeof value === 'string');

/** True or false. */
export const flag: Shape = where((value) => typeof value === 'boolean');

/** An integer |n| ≤ 2^53−1. */
export const integer: Shape = where(Number.isSafeInteger);

/** One of some texts. */
export function oneOf(...words: readonly string[]): Shape {
  return where((value) => typeof value === 'string' && words.includes(value));
}

/** A text of a form. */
export function matching(form: RegExp): Shape {
  return where((value) => typeof value === 'string' && form.test(value));
}

/** Null, or the given shape. */
export function nullOr(shape: Shape): Shape {
  return (value, path, wrong) => {
    if (value !== null) shape(value, path, wrong);
  };
}

/** A list of any length. */
export function listOf(shape: Shape): Shape {
  return (value, path, wrong) => {
    if (!Array.isArray(value)) wrong.push(path);
    else value.forEach((item, i) => shape(item, `${path}[${i}]`, wrong));
  };
}

/** An object with any keys, all of one shape. */
export function tableOf(shape: Shape): Shape {
  return (value, path, wrong) => {
    if (!isObject(value)) wrong.push(path);
    else for (const [key, member] of Object.entries(value)) shape(member, `${path}.${key}`, wrong);
  };
}

/** An object with at least the given keys; more are refused unless `open`. */
export function keyed(keys: Readonly<Record<string, Shape>>, { optional = {}, open = false }: KeyOptions = {}): Shape {
  return (value, path, wrong) => {
    if (!isObject(value)) {
      wrong.push(path);
      return;
    }
    for (const [key, shape] of Object.entries(keys)) {
      if (Object.hasOwn(value, key)) shape(value[key], `${path}.${key}`, wrong);
      else wrong.push(`${path}.${key}`);
    }
    for (const [key, shape] of Object.entries(optional)) if (Object.hasOwn(value, key)) shape(value[key], `${path}.${key}`, wrong);
    if (open) return;
    for (const key of Object.keys(value)) if (!Object.hasOwn(keys, key) && !Object.hasOwn(optional, key)) wrong.push(`${path}.${key}`);
  };
}

/** What `keyed` allows beyond its keys. */
export interface KeyOptions {
  readonly optional?: Readonly<Record<string, Shape>>;
  readonly open?: boolean;
}

/** An object whose `key` says which of several shapes it has. */
export function byKind(key: string, shapes: Readonly<Record<string, Shape>>): Shape {
  return (value, path, wrong) => {
    const kind = isObject(value) ? value[key] : undefined;
    const shape = typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind] : undefined;
    if (shape) shape(value, path, wrong);
    else wrong.push(`${path}.${key}`);
  };
}

/** The paths at which a value is not of a shape; the whole is called `$`. */
export function misshapen(value: unknown, shape: Shape): readonly string[] {
  const wrong: string[] = [];
  shape(value, '$', wrong);
  return wrong;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
