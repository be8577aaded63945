// The product as a process: reads its settings, starts, says where it is, and stops when it is told to.
import path from 'node:path';
import { BadKey } from './keys/checkpoint-key.ts';
import { openLog, traced } from './log.ts';
import { sayFormProblem } from './papers/forms/form-problem.ts';
import { openPapers } from './papers/forms/open-papers.ts';
import { startProduct } from './product.ts';
import { readEnvironment } from './settings/environment.ts';
import { loadOffice } from './settings/office.ts';
import { parentTime, systemTime } from './time.ts';
import { KEY_PROBLEM_WORDS } from './words/keys.ts';
import { saySettingsProblems } from './words/settings-problems.ts';

const CONFIG = path.join(import.meta.dirname, '..', 'config');

const environment = readEnvironment();
const config = loadOffice(CONFIG);
const papers = openPapers(path.join(CONFIG, 'papers'));
if (environment.ok && config.ok && papers.ok) {
  const settings = environment.value;
  const log = openLog(settings.logLevel);
  const time = settings.clock === 'parent' ? await parentTime(process) : systemTime();
  const product = await startProduct({ settings, config: config.value, log, time }).catch(refuseBadKey);
  const stop = (): void => void product.stop().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.once('disconnect', stop);
  process.on('unhandledRejection', (error) => log.error('event-failed', traced(error)));
  process.send?.({ kind: 'ready', port: product.port });
} else {
  const problems = [...(environment.ok ? [] : environment.problem), ...(config.ok ? [] : config.problem)];
  if (problems.length > 0) process.stderr.write(`${saySettingsProblems(problems)}\n`);
  if (!papers.ok) process.stderr.write(`${papers.problem.map(sayFormProblem).join('\n')}\n`);
  process.exitCode = 2;
}

/** A key that cannot be read is a setting that is wrong: without it no draw could be announced as it should. */
function refuseBadKey(error: unknown): never {
  if (!(error instanceof BadKey)) throw error;
  process.stderr.write(`${KEY_PROBLEM_WORDS[error.problem]}\n`);
  process.exit(2);
}
