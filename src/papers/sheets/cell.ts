// One cell of a sheet as it was found, and the cleaning that people's typing needs before it means anything.
import { unreachable } from '../../domain/result.ts';

/** What stood in a cell. Numbers stay numbers until a column says what they mean: Excel turns codes and days into them. */
export type RawCell =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'yes-no'; readonly value: boolean }
  /** A formula whose result was never stored in the file, or an error such as `#REF!`. */
  | { readonly kind: 'no-result'; readonly text: string };

/** Nothing there. */
export const BLANK: RawCell = { kind: 'blank' };

/** A text cell, blank if only spaces stand in it. */
export function textCell(text: string): RawCell {
  return tidy(text) === '' ? BLANK : { kind: 'text', text };
}

/** The cell as a person would read it. */
export function shown(cell: RawCell): string {
  switch (cell.kind) {
    case 'blank':
      return '';
    case 'text':
      return tidy(cell.text);
    case 'number':
      return String(cell.value);
    case 'day':
      return cell.day;
    case 'yes-no':
      return cell.value ? '是' : '否';
    case 'no-result':
      return cell.text;
    default:
      return unreachable(cell);
  }
}

/** Without spaces at the ends (full-width, no-break and zero-width ones too), lines ended by `\n`. */
export function tidy(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(/^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff]+$/g, '');
}

/** For codes, days, numbers and choices: full-width letters, digits and `％／－．＋＿` become plain, inner spaces go. Brackets stay: 文号 have them. */
export function narrow(text: string): string {
  return tidy(text)
    .replaceAll(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05\uff0b\uff0d-\uff0f\uff3f]/g, (wide) =>
      String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
    )
    .replaceAll(/[\s\u200b\u2060\ufeff]/g, '');
}

/** True if the text holds a character that no form prints: controls other than tab and line feed, lone surrogates, direction overrides. */
export function hasControlCharacters(text: string): boolean {
  return /\p{Cs}|[\u202a-\u202e\u2066-\u2069\ufffd]/u.test(text) || /\p{Cc}/u.test(text.replaceAll(/[\t\n]/g, ''));
}
