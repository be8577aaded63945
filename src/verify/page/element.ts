// Makes the pieces of the page. Text is set as text, never as markup.

/** An element with a class and a text. */
export function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  if (text !== '') made.textContent = text;
  return made;
}

/** An element around others. */
export function around(tag: string, className: string, inside: readonly (Node | string)[]): HTMLElement {
  const made = element(tag, className);
  made.append(...inside);
  return made;
}

/** A digest in groups of four, which a copy takes as one. */
export function digestOf(digest: string): HTMLElement {
  return around(
    'span',
    'digest',
    (digest.match(/.{4}/g) ?? []).map((four) => element('span', '', four)),
  );
}

/** A text in which digests stand in groups of four. */
export function withDigests(text: string): readonly (Node | string)[] {
  return text.split(/([0-9a-f]{64,})/).map((part, i) => (i % 2 === 0 ? part : digestOf(part)));
}
