// How a call to the platform ended, as a value without anything secret in it: HTTP 200 is no proof of success here.

/** What is kept of a failed call. `path` has no query, `resetMs` is the platform's own waiting time. */
export interface Refusal {
  readonly path: string;
  readonly status: number;
  readonly code: number;
  readonly msg: string;
  readonly logId: string | null;
  readonly resetMs: number | null;
}

/** `refused`: the platform answered no. `unreachable`: it did not answer. */
export type CallResult =
  | { readonly kind: 'ok'; readonly body: unknown }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unreachable'; readonly path: string; readonly why: string };

/** Walks into an unknown value; undefined where there is nothing. */
export function dig(value: unknown, ...keys: readonly string[]): unknown {
  let here = value;
  for (const key of keys) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Record<string, unknown>)[key];
  }
  return here;
}

/** The platform's refusal in an answer's body, or null if the body is a success (`code` 0 or none). */
export function refusalOf(path: string, status: number, body: unknown, headers?: unknown): Refusal | null {
  const code = dig(body, 'code');
  if (status < 400 && (code === undefined || code === 0)) return null;
  const msg = dig(body, 'msg');
  const logId = dig(body, 'error', 'log_id') ?? dig(headers, 'x-tt-logid');
  const reset = Number(dig(headers, 'x-ogw-ratelimit-reset'));
  return {
    path,
    status,
    code: typeof code === 'number' ? code : -1,
    msg: typeof msg === 'string' ? msg.slice(0, 300) : '',
    logId: typeof logId === 'string' ? logId : null,
    resetMs: Number.isFinite(reset) && reset > 0 ? reset * 1000 : null,
  };
}

/** The path of an address, without host and query: what may be logged. */
export function pathOf(url: string | undefined): string {
  return (url ?? '').replace(/^[a-z]+:\/\/[^/]+/i, '').replace(/\?.*$/s, '');
}
