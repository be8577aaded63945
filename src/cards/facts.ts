// What faces have in common: names, deadlines, what the viewer may do now, and work that waits for somebody.
import type { ActVerb } from './acts.ts';

export type { Due, WorkItem, WorkKind } from '../domain/work.ts';
export type { Names } from '../words/names.ts';

/** The acts the viewer may take on this subject now. Buttons for others are not shown. The desk checks again. */
export type May = readonly ActVerb[];

/** What stands in the fields of a form beforehand, by field name. */
export type Filled = Readonly<Record<string, string>>;
