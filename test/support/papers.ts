// Papers with sample facts, or with what a test makes of them.
import { FORMS, type PaperKind } from '../../src/papers/forms/all.ts';
import { sayFormProblem } from '../../src/papers/forms/form-problem.ts';
import { openPapers, type Papers } from '../../src/papers/forms/open-papers.ts';
import type { PaperDocument } from '../../src/papers/forms/paper-document.ts';

/** The papers of our own templates, or of a folder's. */
export function papersFrom(folder = '/nowhere'): Papers {
  const papers = openPapers(folder);
  if (!papers.ok) throw new Error(papers.problem.map(sayFormProblem).join('\n'));
  return papers.value;
}

/** What becomes of a text of the facts; `path` is where it stands: `subject.name`. */
type Change = (text: string, path: string) => string;

/** The sample paper of a kind, each text of its facts changed by `change`. */
export function samplePaper(papers: Papers, kind: PaperKind, change: Change = (text) => text): PaperDocument {
  return papers.paperOf(kind, changed(FORMS[kind].sample, change, '') as never);
}

function changed(facts: unknown, change: Change, path: string): unknown {
  if (typeof facts === 'string') return change(facts, path);
  if (Array.isArray(facts)) return facts.map((each) => changed(each, change, path));
  if (typeof facts !== 'object' || facts === null) return facts;
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [key, changed(value, change, path === '' ? key : `${path}.${key}`)]),
  );
}
