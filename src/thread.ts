// A job in a thread of its own: what takes long keeps nobody's card waiting.
import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** Run from source, the thread has to learn TypeScript first. */
const TEACHER = 'tsx/esm/api';

/** The ending of our own files: `.ts` from source, `.js` when built. */
export const ENDING = path.extname(import.meta.filename);

/**
 * Starts the file with the job as its `workerData` and resolves with the first thing it posts. Job and answer are copied
 * (structured clone). The thread does not keep the process alive, and `stopping` ends it at once. Rejects if it throws or ends
 * without an answer.
 */
export function inThread<Done>(file: string, job: unknown, stopping?: AbortSignal): Promise<Done> {
  return new Promise((resolve, reject) => {
    const learning = `import("${TEACHER}").then(({ register }) => (register(), import(${JSON.stringify(file)})))`;
    const options = { workerData: job, execArgv: [] };
    const worker = ENDING === '.ts' ? new Worker(learning, { ...options, eval: true }) : new Worker(file, options);
    worker.unref();
    const stop = (): void => void worker.terminate();
    stopping?.addEventListener('abort', stop, { once: true });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      stopping?.removeEventListener('abort', stop);
      reject(new Error(`${path.basename(file)} ended with ${code}`));
    });
  });
}
