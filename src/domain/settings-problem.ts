// What can be wrong with a setting, in a file or in the environment: facts only, the sentences are in `words/`.

/** What should have stood there. */
export const EXPECTED = [
  'text',
  'whole-number',
  'day',
  'clock',
  'address',
  'list',
  'group',
  'id',
  'category',
  'method',
  'mode',
  'number-range',
  'accounts',
  'one-of',
] as const;
export type Expected = (typeof EXPECTED)[number];

/** Where it stands: a line of a file (1-based; null if the whole file), or a variable of the environment. */
export type SettingsPlace =
  | { readonly kind: 'file'; readonly file: string; readonly line: number | null; readonly path: string }
  | { readonly kind: 'environment'; readonly name: string };

/** One problem of the settings. All of them are found before the start is refused. */
export interface SettingsProblem {
  readonly at: SettingsPlace;
  readonly trouble:
    | { readonly kind: 'unreadable' }
    | { readonly kind: 'not-yaml'; readonly words: string }
    | { readonly kind: 'missing' }
    | { readonly kind: 'missing-with'; readonly because: string }
    | { readonly kind: 'unknown' }
    | { readonly kind: 'twice'; readonly value: string }
    | { readonly kind: 'both-given' }
    | { readonly kind: 'bad'; readonly expected: Expected; readonly choices?: readonly string[] };
}
