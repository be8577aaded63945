// How a command answers: results on stdout, one sentence on stderr when it cannot, and an exit code that says which.

/** 1: a negative answer. 2: bad input or usage. 3: something broke. */
export type ExitCode = 1 | 2 | 3;

/** Prints a result. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Prints a result as JSON. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** Says why not, in one Chinese sentence, and sets the exit code. */
export function refuse(sentence: string, code: ExitCode = 2): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = code;
}
