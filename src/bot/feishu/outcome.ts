// What a failed send means: worth another try and when, or never and why (feishu.md §2.3, §2.4).
import { unreachable } from '../../domain/result.ts';
import type { SendOutcome } from '../door.ts';
import type { CallResult, Refusal } from './call-result.ts';

const DAY_MS = 24 * 3_600_000;

/** Codes after which the same send can never succeed, each with its word. */
const NEVER: ReadonlyMap<number, string> = new Map([
  [99991401, 'ip-not-allowed'],
  [99991672, 'scope-missing'],
  [99992351, 'account-unknown'],
  [99992361, 'account-of-another-app'],
  [230001, 'bad-parameter'],
  [230002, 'bot-not-in-chat'],
  [230006, 'bot-switched-off'],
  [230011, 'message-gone'],
  [230013, 'not-available'],
  [230017, 'not-owner'],
  [230018, 'may-not-speak'],
  [230022, 'content-refused'],
  [230025, 'too-long'],
  [230027, 'no-permission'],
  [230028, 'content-refused'],
  [230029, 'account-left'],
  [230031, 'card-too-old'],
  [230034, 'account-unknown'],
  [230035, 'may-not-speak'],
  [230053, 'bot-stopped-by-person'],
  [230099, 'card-refused'],
  [230110, 'message-gone'],
  [232009, 'chat-gone'],
]);

/** The token was refused, or none could be had: an administrator has to act, the message itself is sound. */
const CREDENTIALS: ReadonlySet<number> = new Set([99991661, 99991663, 99991664, 10003, 10014]);

/** Says how a send or an update ended; `message` is what the success is about when the platform does not say. */
export function outcomeOf(result: CallResult, message: string, chance: () => number = Math.random): SendOutcome {
  switch (result.kind) {
    case 'ok':
      return { kind: 'sent', message };
    case 'unreachable':
      return { kind: 'again', afterMs: 5_000, why: `unreachable ${result.why}` };
    case 'refused':
      return refused(result.refusal, chance);
    default:
      return unreachable(result);
  }
}

function refused(refusal: Refusal, chance: () => number): SendOutcome {
  const { code, status, resetMs } = refusal;
  if (code === 99991403) return { kind: 'again', afterMs: DAY_MS, why: 'monthly-quota-spent 99991403' };
  if (code === 99991400 || status === 429) return { kind: 'again', afterMs: resetMs ?? 2_000, why: `too-frequent ${code}` };
  if (code === 230020) return { kind: 'again', afterMs: 1_000 + Math.floor(chance() * 4_000), why: 'receiver-too-busy 230020' };
  if (code === 230049) return { kind: 'again', afterMs: 3_000, why: 'still-sending 230049' };
  if (CREDENTIALS.has(code)) return { kind: 'again', afterMs: 60_000, why: `credentials-refused ${code}` };
  const word = NEVER.get(code);
  if (word === undefined && status >= 500) return { kind: 'again', afterMs: 5_000, why: `server-error ${status}` };
  return { kind: 'never', why: `${word ?? 'refused'} ${code}${innerCode(refusal.msg)}` };
}

/** A refused card says inside its message which rule it broke: `ext=ErrCode: 100290; ErrPath: …`. */
function innerCode(msg: string): string {
  const inner = /ErrCode:\s*(\d+)/.exec(msg)?.[1];
  return inner === undefined ? '' : `/${inner}`;
}
