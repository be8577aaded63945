// What faces have in common: names, deadlines, what the viewer may do now, and work that waits for somebody.
import type { ActVerb } from './acts.ts';

export type { Due, WorkItem, WorkKind } from '../domain/work.ts';
export type { Names } from '../words/names.ts';

/** The acts the viewer may take on this subject now. Buttons for others are not shown. The desk checks again. */
export type May = readonly ActVerb[];

/** What somebody typed into a form that came back with a problem: it is put into the fields again. */
export type Entered = Readonly<Record<string, string | boolean | readonly string[]>>;
