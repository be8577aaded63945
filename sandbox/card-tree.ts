// Walking through a card's elements: where each stands, in which form, under which index path.
import type { JsonObject } from './shapes.ts';

/** One element of a card's body. */
export interface Place {
  readonly element: JsonObject;
  readonly tag: string;
  /** `4.0.1` = body.elements[4].columns[0].elements[1]. */
  readonly path: string;
  /** The form around it, or null. */
  readonly form: JsonObject | null;
}

/** Every element of the card's body, containers before what they contain. */
export function elementsOf(card: JsonObject): readonly Place[] {
  const body = card['body'];
  return isObject(body) ? walk(listOf(body['elements']), '', null) : [];
}

/** True for a JSON object. */
export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a JSON list; nothing for anything else. */
export const listOf = (value: unknown): readonly JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** The elements (or columns, or a checker's buttons) directly inside this one. */
export function childrenOf(element: JsonObject): readonly JsonObject[] {
  const area = element['button_area'];
  return [...listOf(element['elements']), ...listOf(element['columns']), ...(isObject(area) ? listOf(area['buttons']) : [])];
}

/** The text shown on a button. */
export function textOf(element: JsonObject): string {
  const text = element['text'];
  return isObject(text) && typeof text['content'] === 'string' ? text['content'] : '';
}

function walk(elements: readonly JsonObject[], prefix: string, form: JsonObject | null): readonly Place[] {
  return elements.flatMap((element, index) => {
    const path = prefix === '' ? String(index) : `${prefix}.${index}`;
    const tag = typeof element['tag'] === 'string' ? element['tag'] : '';
    // A table has columns too, but no elements in them.
    const children = tag === 'table' ? [] : walk(childrenOf(element), path, tag === 'form' ? element : form);
    return [{ element, tag, path, form }, ...children];
  });
}
