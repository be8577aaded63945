// Whether a request to the webhook comes from the platform: pure, over the raw bytes, with the clock as an argument.
import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { dig } from './call-result.ts';

/** The keys of the app, all of them required: without an encrypt key anybody could speak for the platform. */
export interface WebhookKeys {
  readonly appId: string;
  readonly encryptKey: string;
  readonly verificationToken: string;
}

/** The three `x-lark-…` headers. */
interface WebhookHeaders {
  readonly timestamp: string | undefined;
  readonly nonce: string | undefined;
  readonly signature: string | undefined;
}

/** `challenge` is answered at once; `event` may be dispatched; `refused` says with which HTTP status and why. */
type Verdict =
  | { readonly kind: 'challenge'; readonly challenge: string }
  | { readonly kind: 'event'; readonly type: string; readonly envelope: unknown }
  | { readonly kind: 'refused'; readonly status: 400 | 401; readonly why: RefusedWhy };
type RefusedWhy =
  | 'empty'
  | 'not-json'
  | 'not-encrypted'
  | 'not-decipherable'
  | 'wrong-token'
  | 'unsigned'
  | 'wrong-signature'
  | 'too-old'
  | 'other-app';

/** The platform pushes again for 7 h; whether it signs anew is not documented, so older than that is refused, not less. */
const WINDOW_MS = 9 * 3_600_000;

/** Judges one request (feishu.md §1.6). */
export function verifyWebhook(raw: Uint8Array, headers: WebhookHeaders, keys: WebhookKeys, now: Date): Verdict {
  if (raw.length === 0) return refused(400, 'empty');
  const outer = json(Buffer.from(raw).toString('utf8'));
  if (outer === undefined) return refused(400, 'not-json');
  const cipher = dig(outer, 'encrypt');
  if (typeof cipher !== 'string') return refused(401, 'not-encrypted');
  const envelope = json(decrypt(keys.encryptKey, cipher));
  if (envelope === undefined) return refused(401, 'not-decipherable');
  if (!isSame(textAt(envelope, 'header', 'token') || textAt(envelope, 'token'), keys.verificationToken)) return refused(401, 'wrong-token');
  // The platform does not sign its challenge; the token inside is all there is.
  if (dig(envelope, 'type') === 'url_verification') return { kind: 'challenge', challenge: textAt(envelope, 'challenge') };

  const { timestamp, nonce, signature } = headers;
  if (!timestamp || !nonce || !signature) return refused(401, 'unsigned');
  const expected = createHash('sha256')
    .update(timestamp + nonce + keys.encryptKey)
    .update(raw)
    .digest('hex');
  if (!isSame(signature, expected)) return refused(401, 'wrong-signature');
  if (Math.abs(now.getTime() - millis(timestamp, now)) > WINDOW_MS) return refused(401, 'too-old');
  if (dig(envelope, 'header', 'app_id') !== keys.appId) return refused(401, 'other-app');
  return { kind: 'event', type: textAt(envelope, 'header', 'event_type'), envelope };
}

function textAt(value: unknown, ...keys: readonly string[]): string {
  const found = dig(value, ...keys);
  return typeof found === 'string' ? found : '';
}

function refused(status: 400 | 401, why: RefusedWhy): Verdict {
  return { kind: 'refused', status, why };
}

/** AES-256-CBC under the key's SHA-256, the first block being the IV; empty text if it cannot be read. */
function decrypt(encryptKey: string, base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length < 32 || bytes.length % 16 !== 0) return '';
  try {
    const decipher = createDecipheriv('aes-256-cbc', createHash('sha256').update(encryptKey).digest(), bytes.subarray(0, 16));
    return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString('utf8');
  } catch {
    return '';
  }
}

/** Compared in a time that tells nothing. An empty secret equals nothing. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return b.length > 0 && a.length === b.length && timingSafeEqual(a, b);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Seconds by all we know, but not documented: milliseconds are understood, and what is neither is covered by the signature. */
function millis(timestamp: string, now: Date): number {
  const number = Number(timestamp);
  if (!Number.isFinite(number)) return now.getTime();
  return number > 1e11 ? number : number * 1000;
}
