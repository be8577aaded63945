// How a thing with an id is called: names looked up beforehand, because words read no books.

/** Names by id: people, institutions, categories, matters and units in one map (their ids never collide). */
export type Names = Readonly<Record<string, string>>;

/** The name of an id, or the id itself when nobody looked it up. */
export function called(names: Names, id: string): string {
  return Object.hasOwn(names, id) ? (names[id] ?? id) : id;
}

/** Several names with 、 between them. */
export function calledAll(names: Names, ids: readonly string[]): string {
  return ids.map((id) => called(names, id)).join('、');
}
