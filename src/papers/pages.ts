// The pages: Handlebars as it is (escaping on, strict), all compiled when the process starts.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';

/** The pages there are. */
export type PageName =
  | 'home'
  | 'draws'
  | 'draw'
  | 'verify'
  | 'matters'
  | 'documents'
  | 'plans'
  | 'lists'
  | 'results'
  | 'checkpoints'
  | 'message';

/** Renders a page; throws if a value that the page names is missing: that is a bug, and tests meet it first. */
export type Pages = (page: PageName, facts: Readonly<Record<string, unknown>>) => string;

const FOLDER = path.join(import.meta.dirname, 'pages');

/** Compiles every page. A broken one stops the start and not a citizen. */
export function openPages(): Pages {
  const handlebars = Handlebars.create();
  refuseMissing(handlebars);
  const templates = new Map<string, Handlebars.TemplateDelegate>();
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.hbs'))) {
    const name = file.replace(/\.hbs$/, '');
    const source = readFileSync(path.join(FOLDER, file), 'utf8');
    handlebars.registerPartial(name, source);
    templates.set(name, handlebars.compile(source, { strict: true, assumeObjects: false }));
  }
  return (page, facts) => {
    const template = templates.get(page);
    if (!template) throw new Error(`no page ${page}`);
    return template(facts);
  };
}

/** `strict` does not look at what a block is asked about: a list that is missing would be shown as an empty one. */
function refuseMissing(handlebars: typeof Handlebars): void {
  for (const name of ['if', 'unless', 'each']) {
    const block = handlebars.helpers[name];
    handlebars.registerHelper(name, function (this: unknown, value: unknown, options: Handlebars.HelperOptions) {
      if (value === undefined) throw new Error(`a page asks {{#${name}}} about a value that is missing`);
      return block?.call(this, value, options);
    });
  }
}

/** The style sheet of all pages. */
export function siteStyle(): string {
  return readFileSync(path.join(FOLDER, 'site.css'), 'utf8');
}
