// What a rule or a verb answers: a value, or a problem that has a kind and (elsewhere) a Chinese sentence.

/** Either the value asked for or the one reason why not. A thrown error, by contrast, is a bug. */
export type Result<T, P> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P };

/** The good answer. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** The refusal. */
export function fail<P>(problem: P): { readonly ok: false; readonly problem: P } {
  return { ok: false, problem };
}

/** Ends every switch over a union: a new member does not compile until it is handled. */
export function unreachable(x: never): never {
  throw new Error(`unreachable: ${JSON.stringify(x)}`);
}
