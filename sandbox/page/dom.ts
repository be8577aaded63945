// Builds DOM nodes, and keeps lists of them in step with data; nothing here, or anywhere in the page, parses HTML.

/** What may stand inside an element; null and false stand for nothing. */
export type Child = Node | string | null | undefined | false | readonly Child[];
type Handler = (event: Event) => void;
type Props = Readonly<Record<string, string | number | boolean | null | undefined | Handler>>;

function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(parent, child as readonly Child[]);
    else parent.appendChild(typeof child === 'string' ? document.createTextNode(child) : (child as Node));
  }
}

function setProps(element: Element, props: Props): void {
  for (const [key, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : String(value));
  }
}

/** An element with attributes (`class`, `aria-…`), listeners (`onclick`) and children. */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, props: Props = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  setProps(element, props);
  append(element, children);
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A line icon of 24 × 24 from one path. */
export function icon(path: string, size = 18): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  setProps(svg, { viewBox: '0 0 24 24', width: size, height: size, class: 'icon', 'aria-hidden': 'true', focusable: 'false' });
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

/** Replaces an element's children. */
export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren();
  append(element, children);
}

/** What a kept list remembers of each row. */
type Kept = Map<string, { readonly stamp: string; readonly row: HTMLElement }>;

/**
 * Keeps a container's rows in step with items: a row whose stamp is unchanged keeps its element, and with it focus and
 * what was typed. Returns the keys that were built anew.
 */
export function keptList<Item>(
  container: HTMLElement,
  key: (item: Item) => string,
  build: (item: Item) => HTMLElement,
  stamp: (item: Item) => string = (item) => JSON.stringify(item),
): (items: readonly Item[]) => readonly string[] {
  let kept: Kept = new Map();
  return (items) => {
    const next: Kept = new Map();
    const fresh: string[] = [];
    let before: ChildNode | null = container.firstChild;
    for (const item of items) {
      const id = key(item);
      const mark = stamp(item);
      const old = kept.get(id);
      const isSame = old !== undefined && old.stamp === mark;
      const row = isSame ? old.row : build(item);
      if (!isSame) fresh.push(id);
      next.set(id, { stamp: mark, row });
      if (isSame && before === row) {
        before = row.nextSibling;
      } else if (old && !isSame) {
        const hadFocus = old.row.contains(document.activeElement);
        if (before === old.row) before = old.row.nextSibling;
        if (old.row.parentNode === container) old.row.replaceWith(row);
        if (hadFocus) focusFirst(row);
      } else {
        container.insertBefore(row, before);
      }
    }
    for (const [id, { row }] of kept) if (!next.has(id)) row.remove();
    kept = next;
    return fresh;
  };
}

function focusFirst(row: HTMLElement): void {
  const target = row.matches('button, a') ? row : row.querySelector<HTMLElement>('[tabindex="-1"], button, a, input');
  target?.focus({ preventScroll: true });
}
