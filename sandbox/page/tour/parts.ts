// What a step of the tour may look at and do, so that the steps themselves can stay a table.
import type { FormValue } from '../api.ts';

/** Where a step happens: the private chat with the bot, or the group. */
export type Where = 'bot' | 'group';

/** What has happened so far, as the platform knows it. */
export interface World {
  /** How often this verb was pressed and answered without a complaint, by this person or by anybody. */
  readonly pressed: (verb: string, name?: string) => number;
  /** The first person, in the order of the rail, whose private chat shows a live button of this verb; null if nobody's does. */
  readonly whoHas: (verb: string) => string | null;
  readonly hasButton: (name: string, where: Where, verb: string) => boolean;
  /** Whether a card whose title fits stands in the person's private chat, or in the group. */
  readonly shows: (name: string, where: Where, title: RegExp) => boolean;
  /** The number of the newest draw that the group has heard of. */
  readonly drawNumber: string | null;
  /** Whether the person sent the bot a file whose name contains the word. */
  readonly sent: (name: string, word: string) => boolean;
  readonly botIsInGroup: boolean;
  /** Whether a link whose address contains the piece was opened from this window. */
  readonly opened: (piece: string) => boolean;
  /** Whether a card whose title fits came to anybody later than the clock was last moved. */
  readonly cameAfterMove: (title: RegExp) => boolean;
}

/** Answers for a form, by the field's name; a RegExp picks the options whose words fit. Other fields are filled sensibly. */
export type Answers = Readonly<Record<string, FormValue | RegExp | { readonly daysAhead: number }>>;

/** What “替我做” can do: what a person could do by hand, through the same calls. Each throws when it cannot be done. */
export interface Hands {
  readonly press: (name: string, where: Where, verb: string, answers?: Answers) => Promise<void>;
  readonly say: (name: string, where: Where, text: string) => Promise<void>;
  readonly sendSample: (name: string, word: string) => Promise<void>;
  readonly addBot: (name: string) => Promise<void>;
  /** Moves the clock on to nine o'clock of the next weekday. */
  readonly nextMorning: () => Promise<void>;
  readonly open: (path: string) => Promise<void>;
  readonly world: () => Promise<World>;
}

/** What to point at once the right chat is open. */
export type Point =
  | { readonly verb: string }
  | { readonly sample: true }
  | { readonly composer: true }
  | { readonly addBot: true }
  | { readonly clock: string }
  | { readonly link: string };

export interface Step {
  readonly id: string;
  /** Whose turn it is: a name, or whoever the world says (null: nobody yet). */
  readonly who: string | ((world: World) => string | null);
  readonly chat: Where;
  readonly say: string;
  /** Alternatives: the first one that is on the page is pointed at. */
  readonly point: readonly Point[];
  readonly until: (world: World) => boolean;
  readonly doIt: (hands: Hands, who: string) => Promise<void>;
}
