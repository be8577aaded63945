// The address: `#P002` is a person's chats, `#P002/oc_…` one of them, so that two windows can stand side by side.

export interface Route {
  readonly as: string | null;
  readonly chat: string | null;
}

/** The route in the address. */
export function readRoute(): Route {
  const [as, chat] = location.hash.replace(/^#/, '').split('/').map(decodeURIComponent);
  return { as: as || null, chat: chat || null };
}

/** The address of a person, or of one of the person's chats. */
export function hashOf(as: string, chat?: string | null): string {
  return chat ? `#${encodeURIComponent(as)}/${encodeURIComponent(chat)}` : `#${encodeURIComponent(as)}`;
}

/** Goes there; `replace` leaves no step behind. */
export function go(as: string, chat?: string | null, replace = false): void {
  const hash = hashOf(as, chat);
  if (location.hash === hash) return;
  if (!replace) location.hash = hash;
  else {
    history.replaceState(null, '', hash);
    dispatchEvent(new HashChangeEvent('hashchange'));
  }
}
