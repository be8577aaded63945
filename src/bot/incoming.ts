// What a door hands to the desk: one thing a person did, with nothing of the platform left in it but ids.
import type { Act } from '../cards/card.ts';
import type { Platform } from '../domain/person.ts';

interface Common {
  /** The platform's own key for this event, prefixed: two pushes of the same thing have the same key. */
  readonly key: string;
  readonly platform: Platform;
  readonly account: string;
  readonly at: Date;
}

/** Plain JSON throughout (dates aside), so that it can wait in the inbox. */
export type Incoming =
  | (Common & {
      readonly kind: 'text';
      readonly chat: string;
      readonly isGroup: boolean;
      readonly message: string;
      /** The message this one replies to, and the first of that line of replies; null where it replies to nothing. */
      readonly parent: string | null;
      readonly root: string | null;
      readonly text: string;
    })
  | (Common & {
      readonly kind: 'file';
      readonly chat: string;
      readonly isGroup: boolean;
      readonly message: string;
      /** The message this one replies to, and the first of that line of replies; null where it replies to nothing. */
      readonly parent: string | null;
      readonly root: string | null;
      readonly file: string;
      readonly fileName: string;
      readonly isImage: boolean;
    })
  | (Common & {
      readonly kind: 'press';
      readonly chat: string;
      readonly message: string;
      readonly act: Act;
      readonly form: Readonly<Record<string, FormValue>>;
    })
  | (Common & { readonly kind: 'menu'; readonly command: string })
  | (Common & { readonly kind: 'entered'; readonly chat: string })
  | (Common & { readonly kind: 'joined'; readonly chat: string; readonly name: string });

/** What a form sends back for one field. Client input: checked again by whoever uses it. */
export type FormValue = string | boolean | readonly string[];

/** The answer to a press, due within 2 s: a toast, the card in its new state, or both. */
export interface PressAnswer<Rendered> {
  readonly toast?: { readonly look: 'info' | 'success' | 'warning' | 'error'; readonly text: string };
  readonly card?: Rendered;
}
