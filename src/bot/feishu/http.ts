// The SDK's HTTP with what it leaves open: a timeout on every call, and errors without the request and its secrets.
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { dig, pathOf, type Refusal, refusalOf } from './call-result.ts';

/** What the SDK asks of HTTP; only what we look at is named. */
interface HttpOptions {
  readonly url?: string;
  readonly method?: string;
  readonly timeout?: number;
  readonly data?: unknown;
  readonly [more: string]: unknown;
}

/** The SDK's HTTP as it is, and as we hand it back. */
interface Http {
  request(options: HttpOptions): Promise<unknown>;
}

/** The methods by which the SDK calls its HTTP. */
interface GuardedHttp extends Http {
  get(url: string, options?: HttpOptions): Promise<unknown>;
  post(url: string, data?: unknown, options?: HttpOptions): Promise<unknown>;
  put(url: string, data?: unknown, options?: HttpOptions): Promise<unknown>;
  patch(url: string, data?: unknown, options?: HttpOptions): Promise<unknown>;
  delete(url: string, options?: HttpOptions): Promise<unknown>;
  head(url: string, options?: HttpOptions): Promise<unknown>;
  options(url: string, options?: HttpOptions): Promise<unknown>;
}

/** HTTP for the SDK: `timeoutMs` unless the call names its own; what is thrown has a `Refusal` or nothing as its cause. */
export function guardHttp(inner: Http, timeoutMs: number): GuardedHttp {
  const request = async (options: HttpOptions): Promise<unknown> => {
    try {
      return await inner.request({ timeout: timeoutMs, ...options });
    } catch (error) {
      throw await harmless(error, pathOf(options.url));
    }
  };
  const bare = (method: string) => (url: string, options?: HttpOptions) => request({ ...options, url, method });
  const full = (method: string) => (url: string, data?: unknown, options?: HttpOptions) => request({ ...options, url, method, data });
  return {
    request,
    get: bare('get'),
    delete: bare('delete'),
    head: bare('head'),
    options: bare('options'),
    put: full('put'),
    patch: full('patch'),
    // Only the token is fetched this way, and the SDK would drop the code of a refusal that comes with HTTP 200.
    post: async (url, data, options) => {
      const body = await request({ ...options, url, method: 'post', data });
      const refusal = refusalOf(pathOf(url), 200, body);
      if (refusal) throw refusedError(refusal);
      return body;
    },
  };
}

/** The refusal that an error of this HTTP carries, or null if the platform was not reached. */
export function refusalIn(error: unknown): Refusal | null {
  const cause = error instanceof Error ? error.cause : undefined;
  return dig(cause, 'path') === undefined ? null : (cause as Refusal);
}

function refusedError(refusal: Refusal): Error {
  return new Error(`refused ${refusal.status} ${refusal.code}`, { cause: refusal });
}

async function harmless(error: unknown, path: string): Promise<Error> {
  const response =
    error instanceof Error ? (error as { response?: { status?: unknown; data?: unknown; headers?: unknown } }).response : null;
  if (!response || typeof response.status !== 'number') {
    const code = error instanceof Error ? (error as { code?: unknown }).code : null;
    return new Error(typeof code === 'string' && /^[A-Z_]{2,40}$/.test(code) ? code : 'no answer');
  }
  const body = response.data instanceof Readable ? await bodyOf(response.data) : response.data;
  const headers = { ...(response.headers as object) };
  const refusal = refusalOf(path, response.status, body, headers);
  return refusal ? refusedError(refusal) : new Error(`HTTP ${response.status}`);
}

/** A refused download answers with a stream too; it is short. */
async function bodyOf(stream: Readable): Promise<unknown> {
  const giveUp = setTimeout(() => stream.destroy(), 3_000);
  try {
    return JSON.parse(await text(stream));
  } catch {
    return null;
  } finally {
    clearTimeout(giveUp);
    stream.destroy();
  }
}
