// Whether Feishu would let us work, check by check, each failure with what an administrator can do about it.
import type { Log } from '../../log.ts';
import { FEISHU_ADVICE, type FeishuCheck, SCOPES_UNKNOWN } from '../../words/doors.ts';
import { type CallResult, dig } from './call-result.ts';
import { botIdIn, openSdk, type Sdk } from './sdk.ts';

/** What to look at. */
export interface DoctorOptions {
  readonly appId: string;
  readonly appSecret: string;
  readonly baseUrl: string;
  readonly log: Log;
  readonly now: () => Date;
}

/** One thing looked at. `hint` is empty when there is nothing to do. */
export interface Checked {
  readonly name: FeishuCheck;
  readonly ok: boolean;
  readonly hint: string;
}

/** Any of each line is enough: a wider scope includes the narrower one. */
export const NEEDED_SCOPES: readonly (readonly string[])[] = [
  ['im:message.p2p_msg:readonly', 'im:message.p2p_msg', 'im:message'],
  ['im:message.group_at_msg:readonly', 'im:message.group_at_msg', 'im:message'],
  ['im:message:send_as_bot', 'im:message'],
  ['im:resource'],
  ['im:message:readonly', 'im:message'],
  ['contact:user.id:readonly'],
];

const TOO_SKEWED_MS = 60_000;

/** Asks the platform; never throws, and stops at the first check without which the others mean nothing. */
export async function checkFeishu(options: DoctorOptions): Promise<readonly Checked[]> {
  const sdk = openSdk({ ...options, timeoutMs: 10_000, pingTimeoutMs: 25_000, handshakeTimeoutMs: 15_000 }, {});
  const clock = await checkClock(options);
  const info = await sdk.call({ method: 'GET', path: '/open-apis/bot/v3/info' });
  if (!letsIn(info)) return [checked('credentials', false, reason(info)), clock];
  const botIsOn = info.kind === 'ok' && botIdIn(info.body) !== null;
  return [checked('credentials', true), checked('bot', botIsOn, reason(info)), await checkScopes(sdk), await checkConnections(sdk), clock];
}

/** A refusal of the bot alone still proves that the credentials were taken. */
function letsIn(info: CallResult): boolean {
  return info.kind === 'ok' || (info.kind === 'refused' && !info.refusal.path.includes('/auth/'));
}

async function checkScopes(sdk: Sdk): Promise<Checked> {
  const result = await sdk.call({ method: 'GET', path: '/open-apis/application/v6/applications/me', params: { lang: 'zh_cn' } });
  const scopes = result.kind === 'ok' ? dig(result.body, 'data', 'app', 'scopes') : null;
  if (!Array.isArray(scopes)) return { name: 'scopes', ok: true, hint: SCOPES_UNKNOWN };
  const held = new Set(scopes.map((scope) => dig(scope, 'scope')));
  const missing = NEEDED_SCOPES.filter((alternatives) => !alternatives.some((scope) => held.has(scope))).map(
    (alternatives) => alternatives[0],
  );
  return checked('scopes', missing.length === 0, missing.join(' '));
}

async function checkConnections(sdk: Sdk): Promise<Checked> {
  const result = await sdk.call({ method: 'GET', path: '/open-apis/event/v1/connection' });
  const count = result.kind === 'ok' ? dig(result.body, 'data', 'online_instance_cnt') : 0;
  return checked('connections', typeof count !== 'number' || count <= 1, String(count));
}

async function checkClock({ baseUrl, now }: DoctorOptions): Promise<Checked> {
  try {
    const response = await fetch(baseUrl, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(10_000) });
    const theirs = Date.parse(response.headers.get('date') ?? '');
    const skew = Math.abs(now().getTime() - theirs);
    return checked('clock', !(skew > TOO_SKEWED_MS), `${Math.round(skew / 1000)} s`);
  } catch {
    // Not reachable: the credentials' check says so already.
    return checked('clock', true);
  }
}

function checked(name: FeishuCheck, ok: boolean, detail = ''): Checked {
  if (ok) return { name, ok, hint: '' };
  return { name, ok, hint: detail === '' ? FEISHU_ADVICE[name] : `${FEISHU_ADVICE[name]}（${detail}）` };
}

function reason(result: CallResult): string {
  if (result.kind === 'ok') return '';
  return result.kind === 'refused' ? `${result.refusal.code} ${result.refusal.msg}` : result.why;
}
