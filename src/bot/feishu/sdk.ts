// The one file that knows the SDK: calls with a checked answer, a dispatcher for events, and the long connection.
import * as lark from '@larksuiteoapi/node-sdk';
import type { Log } from '../../log.ts';
import { type CallResult, dig, pathOf, refusalOf } from './call-result.ts';
import type { Line, LiveClient } from './connection.ts';
import { formPart } from './form-part.ts';
import { guardHttp, refusalIn } from './http.ts';
import { redactingLogger } from './redact.ts';

/** Whose app it is, where the platform lives, and how long we wait for it. */
interface SdkOptions {
  readonly appId: string;
  readonly appSecret: string;
  readonly baseUrl: string;
  readonly log: Log;
  readonly timeoutMs: number;
  readonly pingTimeoutMs: number;
  readonly handshakeTimeoutMs: number;
}

/** One call. `path` begins with a slash; with a `file` the data goes as a multipart form; `stream` answers `{data, headers}`. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly file?: { readonly field: string; readonly bytes: Uint8Array; readonly extension: string };
  readonly stream?: boolean;
  readonly timeoutMs?: number;
}

/** What one event type is answered with. A throw makes the platform push again. */
export type EventHandler = (event: unknown) => Promise<object>;

/** Takes an envelope to its handler, from whichever transport. */
export interface Dispatcher {
  knows(type: string): boolean;
  dispatch(envelope: unknown): Promise<object>;
}

/** The platform's two sides: what we ask of it, and what it tells us. */
export interface Sdk {
  call(call: Call): Promise<CallResult>;
  /** Opens a long connection that feeds the dispatcher. */
  connect(line: Line): LiveClient;
  readonly dispatcher: Dispatcher;
}

/** The codes of a token that is missing or no longer valid: a fresh one is worth one retry. */
const STALE_TOKEN: ReadonlySet<number> = new Set([99991661, 99991663, 99991664]);

/** Opens the SDK for one app: its own token cache, no debug level, nothing secret in a log or an error. */
export function openSdk(options: SdkOptions, handlers: Readonly<Record<string, EventHandler>>): Sdk {
  const { appId, appSecret, baseUrl: domain } = options;
  // The SDK's own cache is shared by the whole process: a second app would be handed the first one's token.
  const cache = new lark.DefaultCache();
  const logger = redactingLogger(options.log);
  const httpInstance = guardHttp(lark.defaultHttpInstance, options.timeoutMs) as unknown as lark.HttpInstance;
  const common = { appId, appSecret, domain, logger, loggerLevel: lark.LoggerLevel.warn, httpInstance };
  const client = new lark.Client({ ...common, cache });
  const events = new lark.EventDispatcher({ logger, loggerLevel: lark.LoggerLevel.warn, cache }).register(handlers);

  let fetching: Promise<unknown> | null = null;
  // The SDK would fetch a token for each of several first calls; they share one instead.
  const token = (): Promise<unknown> =>
    (fetching ??= Promise.resolve(client.tokenManager.getTenantAccessToken()).finally(() => {
      fetching = null;
    }));

  async function once(call: Call, used: { token: unknown }): Promise<CallResult> {
    try {
      used.token = await token();
      const answer: unknown = await client.request({
        method: call.method,
        url: call.path,
        ...(call.params && { params: { ...call.params } }),
        ...(call.data && { data: call.data }),
        ...(call.file && withFile(call, call.file)),
        ...(call.stream && { responseType: 'stream' as const, $return_headers: true }),
        ...(call.timeoutMs !== undefined && { timeout: call.timeoutMs }),
      });
      const refusal = call.stream ? null : refusalOf(pathOf(call.path), 200, answer);
      return refusal ? { kind: 'refused', refusal } : { kind: 'ok', body: answer };
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal) return { kind: 'refused', refusal };
      return { kind: 'unreachable', path: pathOf(call.path), why: error instanceof Error ? error.message : 'no answer' };
    }
  }

  return {
    call: async (call) => {
      const used: { token: unknown } = { token: null };
      const first = await once(call, used);
      const result = first.kind === 'refused' && STALE_TOKEN.has(first.refusal.code) ? await again(call, used) : first;
      if (result.kind !== 'ok') options.log.warn('feishu-call-failed', factsOf(result));
      return result;
    },
    connect: (line) => connect(options, { ...common, loggerLevel: lark.LoggerLevel.warn }, events, line),
    dispatcher: {
      knows: (type) => events.handles.has(type),
      dispatch: async (envelope) => (await events.invoke(envelope, { needCheck: false })) ?? {},
    },
  };

  async function again(call: Call, used: { token: unknown }): Promise<CallResult> {
    // Of many calls that fail together only the first may throw the token away: the others would throw away the fresh one.
    if ((await token().catch(() => null)) === used.token) cache.values.clear();
    return once(call, used);
  }
}

function connect(
  options: SdkOptions,
  common: ConstructorParameters<typeof lark.WSClient>[0],
  eventDispatcher: lark.EventDispatcher,
  line: Line,
): LiveClient {
  const client = new lark.WSClient({
    ...common,
    handshakeTimeoutMs: options.handshakeTimeoutMs,
    // The SDK never looks for a half-open socket unless told; a window over the server's 120 s would never end.
    wsConfig: { pingTimeout: options.pingTimeoutMs / 1000 },
    onReady: line.up,
    onReconnected: line.up,
    onReconnecting: line.down,
    onError: line.failed,
  });
  void client.start({ eventDispatcher }).catch(line.failed);
  return { isConnected: () => client.getConnectionStatus().state === 'connected', close: () => client.close({ force: true }) };
}

/** Made anew for each attempt, since a stream can be sent once. */
function withFile({ data }: Call, { field, bytes, extension }: NonNullable<Call['file']>) {
  return { headers: { 'Content-Type': 'multipart/form-data' }, data: { ...data, [field]: formPart(bytes, extension) } };
}

function factsOf(result: Exclude<CallResult, { kind: 'ok' }>): Record<string, string | number | null> {
  if (result.kind === 'unreachable') return { path: result.path, why: result.why };
  const { path, status, code, logId } = result.refusal;
  return { path, status, code, logId, msg: result.refusal.msg };
}

/** The open id of our own bot out of the answer of `bot/v3/info`, which puts it beside `data`. */
export function botIdIn(body: unknown): string | null {
  const id = dig(body, 'bot', 'open_id');
  return typeof id === 'string' && id !== '' ? id : null;
}
