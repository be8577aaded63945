// A small language for saying what a property of a card may be; unknown properties are errors, as in JSON 2.0.
import { isObject } from './card-tree.ts';

/** Notes one thing wrong. */
export type Report = (code: number, path: string, text: string) => void;

/** What a value may be. */
export type Kind = (value: unknown, path: string, report: Report) => void;

/** Wrong JSON: an unknown property, a wrong type, a value out of range (ErrCode of 230099). */
export const BAD_JSON = 200621;

const expecting =
  (what: string, fits: (value: unknown) => boolean): Kind =>
  (value, path, report) => {
    if (!fits(value)) report(BAD_JSON, path, `应为${what}`);
  };

/** Any text. */
export const text = expecting('文本', (value) => typeof value === 'string');

/** A text of 1 to `most` characters. */
export const shortText = (most: number): Kind =>
  expecting(`1 至 ${most} 字的文本`, (value) => typeof value === 'string' && value !== '' && Array.from(value).length <= most);

/** A text of this form. */
export const pattern = (what: string, regex: RegExp): Kind => expecting(what, (value) => typeof value === 'string' && regex.test(value));

/** True or false. */
export const flag = expecting('布尔值', (value) => typeof value === 'boolean');

/** A whole number within bounds. */
export const whole = (least: number, most: number): Kind =>
  expecting(
    `${least} 至 ${most} 的整数`,
    (value) => typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most,
  );

/** One of these values. */
export const oneOf = (...values: readonly unknown[]): Kind =>
  expecting(values.map((value) => JSON.stringify(value)).join('、'), (value) => values.includes(value));

/** Any of these kinds. */
export const either =
  (...kinds: readonly Kind[]): Kind =>
  (value, path, report) => {
    const complaints = kinds.map((kind) => complaintsOf(kind, value, path));
    if (complaints.some((list) => list.length === 0)) return;
    for (const [code, where, what] of complaints[0] ?? []) report(code, where, what);
  };

/** An object that the linter does not look into. */
export const anyObject = expecting('对象', isObject);

/** Left to another rule. */
export const elsewhere: Kind = () => {};

/** A list of so many. */
export const list =
  (kind: Kind, least = 0, most = Infinity): Kind =>
  (value, path, report) => {
    if (!Array.isArray(value)) report(BAD_JSON, path, '应为数组');
    else if (value.length < least || value.length > most) report(BAD_JSON, path, `应有 ${least} 至 ${most} 项`);
    else for (const [index, one] of value.entries()) kind(one, `${path} -> [${index}]`, report);
  };

/** An object of exactly these properties; those in `required` must be there. */
export const shape =
  (properties: Readonly<Record<string, Kind>>, ...required: readonly string[]): Kind =>
  (value, path, report) => {
    if (!isObject(value)) {
      report(BAD_JSON, path, '应为对象');
      return;
    }
    for (const name of required) if (value[name] === undefined) report(BAD_JSON, path, `缺少 ${name}`);
    for (const [name, inner] of Object.entries(value)) {
      const kind = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (kind === undefined) report(BAD_JSON, path, `不认识的属性 ${name}`);
      else kind(inner, `${path} -> ${name}`, report);
    }
  };

function complaintsOf(kind: Kind, value: unknown, path: string): readonly (readonly [number, string, string])[] {
  const complaints: (readonly [number, string, string])[] = [];
  kind(value, path, (...complaint) => complaints.push(complaint));
  return complaints;
}
