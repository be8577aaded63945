// What a card needs of the page around it: names of people, files, where a press goes.
import type { FormValue } from '../api.ts';

/** A field that a form asks when its submit button is pressed. */
export interface FieldHandle {
  readonly name: string;
  readonly isRequired: boolean;
  /** Undefined while nothing was entered. */
  readonly read: () => FormValue | undefined;
  readonly reset: () => void;
  /** Marks the field as missing, or clears the mark. */
  readonly mark: (isMissing: boolean) => void;
  readonly focus: () => void;
}

/** A press on its way: what was pressed, what it carries, and the element that shall show the spinner. */
export interface Pressed {
  readonly button: string;
  readonly form: Readonly<Record<string, FormValue>>;
}

export interface Face {
  readonly nameOf: (account: string) => string;
  readonly imageUrl: (key: string) => string;
  /** Sends the press and shows what came back; resolves when the client would stop its spinner. */
  readonly press: (pressed: Pressed) => Promise<void>;
  /** Notes that a link was opened; the tour looks at it. */
  readonly opened: (url: string) => void;
}

/** Where an element stands: its index path, and the form around it. */
export interface Place {
  readonly face: Face;
  readonly path: string;
  readonly form: FieldHandle[] | null;
  /** How many containers are around it. */
  readonly depth: number;
}
