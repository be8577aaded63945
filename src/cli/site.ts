// `mingqian site`: the public site as files, and where they were put.
import { accessSync, constants, mkdirSync } from 'node:fs';
import type { Command } from 'commander';
import { dayOf } from '../domain/day.ts';
import type { SitePlace } from '../domain/site-place.ts';
import type { Office } from '../flows/office.ts';
import { placeSite } from '../flows/place-site.ts';
import { writeSite } from '../web/site.ts';
import { VERIFIER } from '../web/verifier.ts';
import { sentence } from '../words/refusals.ts';
import { SITE_WORDS, saySiteWritten } from '../words/site.ts';
import { print, printJson, refuse } from './answer.ts';
import { COMMAND_LINE } from './office.ts';

interface Options {
  readonly json?: boolean;
  readonly placed?: string;
  readonly on?: string;
}

type WithOffice = <T>(command: (office: Office) => Promise<T>) => Promise<T>;

/** Adds the verb: exit 0 with what was written, 2 if the place or the folder will not do; then nothing was written or recorded. */
export function register(program: Command, withOffice: WithOffice, verifier = VERIFIER): void {
  program
    .command('site')
    .description(SITE_WORDS.site)
    .argument('<DIR>', SITE_WORDS.folder)
    .option('--placed <URL>', SITE_WORDS.placed)
    .option('--on <DAY>', SITE_WORDS.on)
    .option('--json', SITE_WORDS.json)
    .addHelpText('after', SITE_WORDS.more)
    .action(async (folder: string, options: Options) => {
      if (options.on !== undefined && options.placed === undefined) return refuse(SITE_WORDS.onAlone);
      if (!isWritable(folder)) return refuse(SITE_WORDS.unwritable(folder));
      await withOffice((office) => run(office, folder, options, verifier));
    });
}

/** The place is recorded first, so that the files already carry it. */
async function run(office: Office, folder: string, { json, placed: address, on }: Options, verifier: string): Promise<void> {
  const placed: SitePlace | null = address === undefined ? null : { address, on: on ?? dayOf(office.now()) };
  if (placed) {
    const recorded = await placeSite(office, COMMAND_LINE, placed);
    if (!recorded.ok) return refuse(sentence(recorded.problem));
  }
  const files = await writeSite(office, folder, verifier);
  if (json) printJson({ folder, files, placed });
  else print(saySiteWritten(files.length, folder, placed));
}

function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
