// Uploads (multipart) and downloads of files and images.

import busboy from 'busboy';
import type { Request } from 'express';
import { type Answer, done, type FileAnswer, refused } from './answers.ts';
import { BOT } from './bot.ts';
import type { PlatformState } from './platform-state.ts';

const MOST_FILE_BYTES = 30 * 1024 * 1024;
const MOST_IMAGE_BYTES = 10 * 1024 * 1024;
const FILE_TYPES = ['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream'];

/** `POST im/v1/files`. */
export async function uploadFile(state: PlatformState, request: Request): Promise<Answer> {
  const form = await readForm(request, 'file', MOST_FILE_BYTES);
  if (form === null) return notMultipart();
  if (!FILE_TYPES.includes(form.fields.get('file_type') ?? '')) return refused(234001, 'Invalid request param, ext=file_type');
  const name = form.fields.get('file_name') ?? '';
  if (name === '') return refused(234001, 'Invalid request param, ext=file_name');
  const problem = sizeProblem(form);
  if (problem !== null) return problem;
  const stored = state.world.addFile({ name, by: BOT.id, isImage: false }, form.bytes);
  return done({ file_key: stored.key });
}

/** `POST im/v1/images`. */
export async function uploadImage(state: PlatformState, request: Request): Promise<Answer> {
  const form = await readForm(request, 'image', MOST_IMAGE_BYTES);
  if (form === null) return notMultipart();
  if (!['message', 'avatar'].includes(form.fields.get('image_type') ?? '')) return refused(234001, 'Invalid request param, ext=image_type');
  const problem = sizeProblem(form);
  if (problem !== null) return problem;
  if (imageEnding(form.bytes) === null) return refused(234011, "Can't recognize the image format.");
  const stored = state.world.addFile({ name: `图片.${imageEnding(form.bytes)}`, by: BOT.id, isImage: true }, form.bytes);
  return done({ image_key: stored.key });
}

/** `GET im/v1/messages/:message/resources/:key?type=file|image`: only from the message that carries it. */
export function download(state: PlatformState, messageId: string, key: string, type: unknown): Answer | FileAnswer {
  if (type !== 'file' && type !== 'image') return refused(234001, 'Invalid request param, ext=type must be file or image');
  const message = state.world.message(messageId);
  if (message === undefined) return refused(234001, 'Invalid request param, ext=message_id');
  if (!state.world.chat(message.chat)?.hasBot) return refused(234040, 'The bot is not in the chat of the message.');
  if (message.type === 'interactive') return refused(234043, 'Unsupported message type.');
  const file = message.file?.key === key ? state.world.file(key) : undefined;
  if (message.isRecalled || file === undefined || file.isImage !== (type === 'image')) {
    return refused(234003, 'File not in msg.');
  }
  return { file: Buffer.from(file.base64, 'base64'), name: file.name };
}

/** The usual ending of the image in these bytes, or null if it is no image the platform takes. */
export function imageEnding(bytes: Buffer): string | null {
  const starts: readonly (readonly [hex: string, ending: string])[] = [
    ['89504e47', 'png'],
    ['ffd8ff', 'jpg'],
    ['47494638', 'gif'],
    ['424d', 'bmp'],
    ['52494646', 'webp'],
    ['49492a00', 'tiff'],
    ['00000100', 'ico'],
  ];
  const head = bytes.subarray(0, 4).toString('hex');
  return starts.find(([hex]) => head.startsWith(hex))?.[1] ?? null;
}

interface Form {
  readonly fields: ReadonlyMap<string, string>;
  readonly bytes: Buffer;
  readonly isTooLong: boolean;
}

function readForm(request: Request, part: string, most: number): Promise<Form | null> {
  return new Promise((resolve) => {
    const fields = new Map<string, string>();
    const chunks: Buffer[] = [];
    let isTooLong = false;
    let parser: busboy.Busboy;
    try {
      parser = busboy({ headers: request.headers, limits: { fileSize: most }, defParamCharset: 'utf8' });
    } catch {
      resolve(null);
      return;
    }
    // Old and new SDKs send the bytes with or without a file name: busboy calls the latter a field unless its type says otherwise.
    parser.on('field', (name, value) => fields.set(name, value));
    parser.on('file', (name, stream) => {
      stream.on('data', (chunk: Buffer) => {
        if (name === part) chunks.push(chunk);
      });
      stream.on('limit', () => {
        isTooLong = true;
      });
    });
    parser.on('error', () => resolve(null));
    parser.on('close', () => resolve({ fields, bytes: Buffer.concat(chunks), isTooLong }));
    request.pipe(parser);
  });
}

function sizeProblem(form: Form): Answer | null {
  if (form.isTooLong) return refused(234006, 'The file size exceed the max value.');
  return form.bytes.length === 0 ? refused(234010, "File's size can't be 0.") : null;
}

const notMultipart = (): Answer => refused(234001, 'Invalid request param, ext=body is not multipart/form-data');
