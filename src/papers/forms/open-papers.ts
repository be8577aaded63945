// Opens the templates of all papers: ours, and in their stead those that the office has put under `config/papers/`.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';
import { fail, ok, type Result } from '../../domain/result.ts';
import { type FactsOf, FORMS, type PaperKind } from './all.ts';
import { checkTemplate } from './check-template.ts';
import type { FormProblem } from './form-problem.ts';
import { HELPERS } from './helpers.ts';
import type { PaperDocument } from './paper-document.ts';
import { readMarkup } from './read-markup.ts';

/** Makes papers: facts in, document out. Pure, and for every kind of paper the same. */
export interface Papers {
  /** The paper of a kind with these facts; `printPage` and `docxOf` take it from there. */
  readonly paperOf: <Kind extends PaperKind>(kind: Kind, facts: FactsOf<Kind>) => PaperDocument;
}

const OURS = path.join(import.meta.dirname, 'templates');
const MOST_BYTES = 200 * 1024;

/**
 * All templates, compiled. `folder` is the office's own (`config/papers`), which need not exist; a file there replaces ours of the same name.
 * Every mistake is told at once, and with one there are no papers: a broken notice should stop the start, not a visit.
 */
export function openPapers(folder: string): Result<Papers, readonly FormProblem[]> {
  const kinds = paperKinds();
  const known = new Set(kinds.map(fileOf));
  const theirs = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.hbs')) : [];
  const problems: FormProblem[] = theirs
    .filter((file) => !known.has(file))
    .map((file) => ({ file: path.join(folder, file), line: 1, kind: 'unknown-file' }));
  const templates = new Map<PaperKind, Handlebars.TemplateDelegate>();
  const handlebars = handlebarsOfPapers();
  for (const kind of kinds) {
    const file = path.join(theirs.includes(fileOf(kind)) ? folder : OURS, fileOf(kind));
    const source = sourceOf(file);
    const found = source === null ? [{ file, line: 1, kind: 'unreadable-file' } as const] : checkTemplate(file, source, FORMS[kind].sample);
    problems.push(...found);
    if (source !== null && found.length === 0) templates.set(kind, compile(handlebars, source));
  }
  if (problems.length > 0) return fail(problems);
  const paperOf = paperWith(templates);
  // What the check allows must also render: a template that throws here is a hole in the check, and better found now.
  for (const kind of kinds) paperOf(kind, FORMS[kind].sample as never);
  return ok({ paperOf });
}

/** Every kind there is, in the order in which papers come up in an inspection. */
export function paperKinds(): readonly PaperKind[] {
  return Object.keys(FORMS) as PaperKind[];
}

/** The name of a kind's template, ours and theirs: `行政检查通知书.hbs`. */
function fileOf(kind: PaperKind): string {
  return `${FORMS[kind].name}.hbs`;
}

function paperWith(templates: ReadonlyMap<PaperKind, Handlebars.TemplateDelegate>): Papers['paperOf'] {
  return (kind, facts) => {
    const template = templates.get(kind);
    if (!template) throw new Error(`no template for ${kind}`);
    return readMarkup(template(facts), FORMS[kind].isWide);
  };
}

function sourceOf(file: string): string | null {
  try {
    return statSync(file).size > MOST_BYTES ? null : new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch {
    return null;
  }
}

function handlebarsOfPapers(): typeof Handlebars {
  const handlebars = Handlebars.create();
  for (const [name, helper] of Object.entries(HELPERS)) handlebars.registerHelper(name, helper);
  return handlebars;
}

function compile(handlebars: typeof Handlebars, source: string): Handlebars.TemplateDelegate {
  const knownHelpers = Object.fromEntries(Object.keys(HELPERS).map((name) => [name, true]));
  return handlebars.compile(source, { strict: true, knownHelpers, knownHelpersOnly: true });
}
