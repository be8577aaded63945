// Tenant access tokens: given for the app's secret, good for two hours of real time (the client's clock is not the stand-in's).
import { randomBytes } from 'node:crypto';
import { type Answer, refused } from './answers.ts';
import type { App } from './bot.ts';

/** Gives and checks tokens. */
export interface Tokens {
  /** `POST /open-apis/auth/v3/tenant_access_token/internal`. */
  give(body: unknown): Answer;
  /** Null if the header carries a good token, else the refusal. */
  check(authorization: string | undefined): Answer | null;
  /** Makes every token bad at once, as when a secret was reset. */
  revoke(): void;
}

const SAME_TOKEN_LEFT_MS = 30 * 60_000;

/** `lifeSeconds`: how long a token is good. */
export function startTokens(app: App, lifeSeconds: number): Tokens {
  const until = new Map<string, number>();
  return {
    give(body) {
      const asked = (typeof body === 'object' && body !== null ? body : {}) as { app_id?: unknown; app_secret?: unknown };
      if (typeof asked.app_id !== 'string' || typeof asked.app_secret !== 'string') return plainRefusal(10003, 'invalid param');
      if (asked.app_id !== app.appId) return plainRefusal(10003, 'invalid param');
      if (asked.app_secret !== app.appSecret) return plainRefusal(10014, 'app secret invalid');
      // The platform answers with the same token while half an hour is left on it.
      const same = [...until].find(([, end]) => end - Date.now() >= SAME_TOKEN_LEFT_MS);
      const token = same?.[0] ?? `t-${randomBytes(16).toString('hex')}`;
      const end = same?.[1] ?? Date.now() + lifeSeconds * 1000;
      until.set(token, end);
      const expire = Math.floor((end - Date.now()) / 1000);
      return { status: 200, body: { code: 0, msg: 'ok', tenant_access_token: token, expire } };
    },
    check(authorization) {
      const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
      if (token === undefined)
        return refused(99991661, 'Missing access token for authorization. Please make a request with token attached.');
      if ((until.get(token) ?? 0) > Date.now()) return null;
      return refused(99991663, 'Invalid access token for authorization. Please make a request with token attached.');
    },
    revoke: () => until.clear(),
  };
}

/** The token endpoint answers 200 with a code, and has no `error` part. */
const plainRefusal = (code: number, msg: string): Answer => ({ status: 200, body: { code, msg } });
