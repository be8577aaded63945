// Runs the Python verifier as a stranger does, and many records at once where a process each would take minutes.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const SCRIPT = path.join(import.meta.dirname, '../../src/verify/ssj1.py');

/** Reads one JSON text a line, answers the titles and whether each passed; null where the script would not read the record. */
const MANY = `
import json, sys
import ssj1
for line in sys.stdin:
    try: print(json.dumps([[check[0], check[1]] for check in ssj1.verify(json.loads(line))[0]]))
    except (ValueError, RecursionError): print('null')
`;

/** What a process came to. */
export interface PythonRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the script with arguments. */
export function runPython(...args: readonly string[]): PythonRun {
  return python([SCRIPT, ...args]);
}

/** As `runPython`, of another file: the script as somebody has changed it. */
export function runPythonScript(script: string, ...args: readonly string[]): PythonRun {
  return python([script, ...args]);
}

/** Verifies many texts: for each the checks by title, or null. */
export function verifyInPython(texts: readonly string[]): readonly (readonly (readonly [string, boolean])[] | null)[] {
  const { code, out, err } = python(['-c', MANY], texts.map((text) => `${JSON.stringify(text)}\n`).join(''));
  if (code !== 0) throw new Error(`ssj1.py broke:\n${err}`);
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as readonly (readonly [string, boolean])[] | null);
}

function python(args: readonly string[], input = ''): PythonRun {
  const env = { ...process.env, PYTHONPATH: path.dirname(SCRIPT), PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' };
  const { status, stdout, stderr, error } = spawnSync('python3', args, { input, env, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error) throw new Error(`The tests of ssj1.py need python3 (3.8 or later) on the PATH, and it could not be started: ${error.message}`);
  return { code: status, out: stdout, err: stderr };
}
