// What goes out: cards, texts, files and updates, each in its turn, each answer checked and turned into an outcome.
import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { Card } from '../../cards/card.ts';
import { unreachable } from '../../domain/result.ts';
import type { Log } from '../../log.ts';
import type { Outgoing, SendOutcome, Target } from '../door.ts';
import { type CallResult, dig } from './call-result.ts';
import type { Limiter } from './limiter.ts';
import { outcomeOf } from './outcome.ts';
import type { Call, Sdk } from './sdk.ts';

/** The sending side of the door. */
export interface Sending {
  send(to: Target, what: Outgoing, uuid: string): Promise<SendOutcome>;
  update(message: string, card: Card): Promise<SendOutcome>;
}

/** A message to be made: its kind and its content, which the platform wants as JSON text. */
type Content = { readonly msg_type: 'interactive' | 'text' | 'file' | 'image'; readonly content: string };

const MESSAGES = '/open-apis/im/v1/messages';
const UPLOAD_TIMEOUT_MS = 60_000;
const MB = 1024 * 1024;
const IMAGES: ReadonlySet<string> = new Set(['.png', '.jpg', '.jpeg', '.gif', '.webp', '.bmp']);
const FILE_TYPES: Readonly<Record<string, string>> = {
  '.pdf': 'pdf',
  '.doc': 'doc',
  '.docx': 'doc',
  '.xls': 'xls',
  '.xlsx': 'xls',
  '.ppt': 'ppt',
  '.pptx': 'ppt',
  '.mp4': 'mp4',
  '.opus': 'opus',
};

/** Opens the sending side over an SDK, a limiter and the renderer of cards. */
export function openSending(sdk: Sdk, limiter: Limiter, render: (card: Card) => unknown, log: Log): Sending {
  async function send(to: Target, what: Outgoing, uuid: string): Promise<SendOutcome> {
    const content = await contentOf(what);
    if ('kind' in content) return told(content);
    const result = await limiter.inTurn(receiverOf(to), () => sdk.call(messageCall(to, content, shortUuid(uuid))));
    const id = result.kind === 'ok' ? dig(result.body, 'data', 'message_id') : null;
    return told(outcomeOf(noted(result), typeof id === 'string' ? id : ''));
  }

  async function update(message: string, card: Card): Promise<SendOutcome> {
    const made = rendered(card);
    if ('kind' in made) return told(made);
    const call: Call = { method: 'PATCH', path: `${MESSAGES}/${encodeURIComponent(message)}`, data: { content: made.content } };
    return told(outcomeOf(noted(await limiter.inTurn(message, () => sdk.call(call))), message));
  }

  async function contentOf(what: Outgoing): Promise<Content | SendOutcome> {
    switch (what.kind) {
      case 'card':
        return rendered(what.card);
      case 'text':
        return { msg_type: 'text', content: JSON.stringify({ text: what.text }) };
      case 'file':
        return upload(what.fileName, what.bytes);
      default:
        return unreachable(what);
    }
  }

  /** A face that cannot be rendered is our bug; the row is parked and said so, instead of being tried for ever. */
  function rendered(card: Card): Content | SendOutcome {
    try {
      return { msg_type: 'interactive', content: JSON.stringify(render(card)) };
    } catch {
      return { kind: 'never', why: 'card-not-rendered' };
    }
  }

  /** Gives the content that refers to the uploaded file, or how the upload failed. */
  async function upload(fileName: string, bytes: Uint8Array): Promise<Content | SendOutcome> {
    const extension = extname(fileName).toLowerCase();
    const isImage = IMAGES.has(extension) && bytes.length <= 10 * MB;
    if (bytes.length === 0) return { kind: 'never', why: 'file-empty' };
    if (bytes.length > 30 * MB) return { kind: 'never', why: 'file-too-large' };
    const data = isImage ? { image_type: 'message' } : { file_type: FILE_TYPES[extension] ?? 'stream', file_name: fileName };
    const file = { field: isImage ? 'image' : 'file', bytes, extension };
    const path = isImage ? '/open-apis/im/v1/images' : '/open-apis/im/v1/files';
    const result = await limiter.inTurn('upload', () => sdk.call({ method: 'POST', path, data, file, timeoutMs: UPLOAD_TIMEOUT_MS }));
    const name = isImage ? 'image_key' : 'file_key';
    const key = result.kind === 'ok' ? dig(result.body, 'data', name) : null;
    if (typeof key === 'string') return { msg_type: isImage ? 'image' : 'file', content: JSON.stringify({ [name]: key }) };
    if (result.kind === 'ok') return { kind: 'again', afterMs: 5_000, why: 'upload-without-key' };
    return outcomeOf(noted(result), '');
  }

  /** Being told to slow down concerns everything we send, not this message alone. */
  function noted(result: CallResult): CallResult {
    if (result.kind === 'refused' && result.refusal.code === 99991400) limiter.pause(result.refusal.resetMs ?? 1_000);
    return result;
  }

  function told(outcome: SendOutcome): SendOutcome {
    if (outcome.kind === 'never') log.warn('feishu-send-failed', { why: outcome.why });
    return outcome;
  }

  return { send, update };
}

function messageCall(to: Target, content: Content, uuid: string): Call {
  switch (to.kind) {
    case 'account':
      return { method: 'POST', path: MESSAGES, params: { receive_id_type: 'open_id' }, data: { receive_id: to.account, ...content, uuid } };
    case 'chat':
      return { method: 'POST', path: MESSAGES, params: { receive_id_type: 'chat_id' }, data: { receive_id: to.chat, ...content, uuid } };
    case 'reply':
      return { method: 'POST', path: `${MESSAGES}/${encodeURIComponent(to.message)}/reply`, data: { ...content, uuid } };
    default:
      return unreachable(to);
  }
}

function receiverOf(to: Target): string {
  return to.kind === 'account' ? to.account : to.kind === 'chat' ? to.chat : to.message;
}

/** The platform takes 50 characters at most. */
function shortUuid(uuid: string): string {
  return uuid.length <= 50 ? uuid : createHash('sha256').update(uuid).digest('hex').slice(0, 50);
}
