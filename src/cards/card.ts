// A card as data, before any platform: what is shown, in which order, and what can be pressed.

/** The state's colour (design: a word first, a colour second): 待办 进行中 已封签 完成 逾期 作废 提示. */
export type Tone = 'todo' | 'doing' | 'sealed' | 'done' | 'late' | 'void' | 'plain';

/** What a press means. Never trusted: the desk authorises the person and the record's state again. */
export interface Act {
  /** A verb of `bot/acts`, e.g. `approve-task`. */
  readonly do: string;
  /** The subject's id. */
  readonly about: string;
  /** The version of the subject this card shows; a stale press is answered with the fresh card. */
  readonly v?: number;
  readonly extra?: Readonly<Record<string, string | number>>;
}

/** Something to press. */
export interface Button {
  readonly label: string;
  readonly act: Act;
  readonly look: 'main' | 'plain' | 'grave';
  /** A question that names the consequence. */
  readonly confirm?: { readonly title: string; readonly text: string };
  /** Why it cannot be pressed now. */
  readonly disabled?: string;
}

/** A way to a page; `http` or `https` only. */
export interface LinkButton {
  readonly label: string;
  readonly url: string;
}

/** One choice of a field. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** One field of a form. `name` is unique in the card, `[A-Za-z][A-Za-z0-9_]*`. */
export type Field =
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly label: string;
      readonly required: boolean;
      readonly lines: number;
      readonly max: number;
      readonly placeholder?: string;
      readonly value?: string;
    }
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly label: string;
      readonly required: boolean;
      readonly options: readonly Option[];
      readonly value?: string;
      readonly placeholder?: string;
    }
  | {
      readonly kind: 'choices';
      readonly name: string;
      readonly label: string;
      readonly required: boolean;
      readonly options: readonly Option[];
      readonly values?: readonly string[];
      readonly placeholder?: string;
    }
  | {
      readonly kind: 'day';
      readonly name: string;
      readonly label: string;
      readonly required: boolean;
      readonly value?: string;
      readonly placeholder?: string;
    }
  | { readonly kind: 'tick'; readonly name: string; readonly label: string; readonly ticked?: boolean };

/** One row of a list of things to open: what it is, a second line, and its own button. */
export interface Row {
  readonly title: string;
  readonly detail?: string;
  readonly tone?: Tone;
  readonly button?: Button;
}

/** What may stand inside a fold: no form, no table, no further fold (the platform allows them at the root only). */
export type FoldedBlock = Extract<Block, { readonly kind: 'text' | 'facts' | 'digest' | 'line' }>;

/** One part of a card, from top to bottom. */
export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly look?: 'normal' | 'strong' | 'faint' | 'warning' }
  | { readonly kind: 'facts'; readonly pairs: readonly { readonly label: string; readonly value: string; readonly tone?: Tone }[] }
  | { readonly kind: 'digest'; readonly label: string; readonly value: string }
  | { readonly kind: 'fold'; readonly title: string; readonly blocks: readonly FoldedBlock[] }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly { readonly name: string; readonly label: string; readonly numeric?: boolean }[];
      readonly rows: readonly Readonly<Record<string, string>>[];
      readonly pageSize?: number;
    }
  | {
      readonly kind: 'chart';
      readonly title: string;
      readonly type: 'bar' | 'pie' | 'line';
      readonly points: readonly { readonly label: string; readonly series?: string; readonly value: number }[];
    }
  | {
      readonly kind: 'form';
      readonly name: string;
      readonly fields: readonly (Field | { readonly kind: 'heading'; readonly text: string; readonly hint?: string })[];
      readonly submit: Button;
      readonly reset?: string;
    }
  | { readonly kind: 'buttons'; readonly buttons: readonly (Button | LinkButton)[] }
  | { readonly kind: 'line' };

/** A card. */
export interface Card {
  readonly title: string;
  readonly subtitle?: string;
  readonly state?: { readonly word: string; readonly tone: Tone };
  /** What the chat list shows. */
  readonly preview: string;
  readonly blocks: readonly Block[];
}
