// The other way to the bot: events POSTed to its address, encrypted and signed (platform documents, event encryption).
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import type { Envelope } from './events.ts';
import type { PushOutcome, Transport } from './transport.ts';

/** What the console's 加密策略 page holds; without `encryptKey` bodies go in clear and unsigned. */
export interface WebhookSettings {
  readonly url: string;
  readonly encryptKey?: string;
  readonly verificationToken: string;
}

const CHALLENGE_LIMIT_MS = 1000;

/** Posts events to the bot; the address is first checked by a challenge, as when it is saved in the console. */
export function openWebhook(settings: WebhookSettings, answerLimitMs: number, now: () => number): Transport {
  let isVerified = false;
  return {
    isConnected: () => isVerified,
    async push(envelope) {
      isVerified = isVerified || (await answersChallenge(settings));
      return isVerified ? post(settings, envelope, answerLimitMs, now()) : { kind: 'offline' };
    },
  };
}

/** AES-256-CBC under sha256(key), the IV in front, base64 around both. */
function encrypt(key: string, text: string): string {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}

/** The signature header: sha256 over timestamp, nonce, key and the body's bytes. */
const sign = (timestamp: string, nonce: string, key: string, body: string): string =>
  createHash('sha256')
    .update(timestamp + nonce + key)
    .update(body)
    .digest('hex');

const bodyOf = (settings: WebhookSettings, value: unknown): string =>
  JSON.stringify(settings.encryptKey === undefined ? value : { encrypt: encrypt(settings.encryptKey, JSON.stringify(value)) });

async function answersChallenge(settings: WebhookSettings): Promise<boolean> {
  const challenge = randomBytes(16).toString('hex');
  // The challenge is not signed: the platform documents it so, and bots authenticate it by its token.
  const body = bodyOf(settings, { challenge, token: settings.verificationToken, type: 'url_verification' });
  try {
    const response = await fetch(settings.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body,
      signal: AbortSignal.timeout(CHALLENGE_LIMIT_MS),
    });
    return response.status === 200 && ((await response.json()) as { challenge?: unknown }).challenge === challenge;
  } catch {
    return false;
  }
}

async function post(settings: WebhookSettings, envelope: Envelope, limitMs: number, now: number): Promise<PushOutcome> {
  const started = Date.now();
  const body = bodyOf(settings, envelope);
  const timestamp = String(Math.floor(now / 1000));
  const nonce = randomBytes(8).toString('hex');
  const key = settings.encryptKey;
  const signed: Record<string, string> = key === undefined ? {} : { 'x-lark-signature': sign(timestamp, nonce, key, body) };
  try {
    const response = await fetch(settings.url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'x-lark-request-timestamp': timestamp,
        'x-lark-request-nonce': nonce,
        ...signed,
      },
      body,
      signal: AbortSignal.timeout(limitMs),
    });
    if (response.status !== 200) return { kind: 'failed', status: response.status };
    return { kind: 'answered', data: parsed(await response.text()), ms: Date.now() - started };
  } catch (problem) {
    return problem instanceof Error && problem.name === 'TimeoutError' ? { kind: 'too-late' } : { kind: 'offline' };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
