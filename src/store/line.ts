// A line in which one waits for the other: the only way onto a connection that cannot be shared.

/** A line. */
export interface Line {
  /** Runs it when all before it are done, however they ended. */
  run<T>(job: () => Promise<T>): Promise<T>;
  /** How many are in the line, the running one included. */
  length(): number;
}

/** An empty line. */
export function makeLine(): Line {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    run(job) {
      waiting += 1;
      const answer = last.then(job).finally(() => {
        waiting -= 1;
      });
      last = answer.catch(() => undefined);
      return answer;
    },
    length: () => waiting,
  };
}
