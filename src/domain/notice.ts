// What the office says to somebody: a face of a card and what it is about. Rendered when it is sent, from the books as they are then.
import type { PersonId } from './person.ts';

/** Every card the bot can send. `cards/faces/` has one file for each. */
export const FACES = [
  'help',
  'refused',
  'greeting',
  'binding-code',
  'bound',
  'choose-group',
  'lists',
  'list-page',
  'list-row',
  'import-preview',
  'import-done',
  'export-file',
  'template-file',
  'task-form',
  'task',
  'tasks',
  'forecast',
  'lock',
  'contribute',
  'dice',
  'lottery',
  'beacon',
  'confirm',
  'void',
  'settled',
  'announcement',
  'draw-check',
  'change-form',
  'change',
  'assignment',
  'left',
  'my-work',
  'findings',
  'photo-kept',
  'cosign',
  'review',
  'result',
  'publication',
  'rectification',
  'rectifications',
  'measures',
  'measure',
  'digest',
  'statistics',
  'notice-text',
] as const;
export type Face = (typeof FACES)[number];

/** To whom: one person of the office, a chat account that is nobody yet, or a chat (a group, or the private chat a message came from). */
export type Recipient =
  | { readonly kind: 'person'; readonly person: PersonId }
  | { readonly kind: 'account'; readonly platform: 'feishu' | 'dingtalk'; readonly account: string }
  | { readonly kind: 'chat'; readonly platform: 'feishu' | 'dingtalk'; readonly chat: string };

/** A face, its subject (an id; '' where there is none), and small extras (a page number, a refusal's kind and facts). JSON throughout. */
export interface Notice {
  readonly face: Face;
  readonly about: string;
  readonly extra?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}
