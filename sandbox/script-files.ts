// The routes of /sandbox for bytes: files sent in chats, and the sample lists.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Request, Response, Router } from 'express';
import { memberById } from './people.ts';
import type { PlatformState } from './platform-state.ts';

/** Adds the routes; `samplesFolder` holds the sample lists. */
export function fileRoutes(state: PlatformState, router: Router, samplesFolder: string): void {
  router.get('/sandbox/files/:key', (request, response) => sendFile(state, request, response));
  router.get('/sandbox/samples', (_, response) => {
    response.json(samples(samplesFolder));
  });
  router.get('/sandbox/samples/:name', (request, response) => {
    if (samples(samplesFolder).includes(request.params.name)) response.sendFile(request.params.name, { root: samplesFolder });
    else missing(response, '没有这份示例');
  });
}

function sendFile(state: PlatformState, request: Request<{ key: string }>, response: Response): void {
  const { key } = request.params;
  const by = memberById(typeof request.query['as'] === 'string' ? request.query['as'] : '');
  const file = by !== undefined && maySee(state, by.id, key) ? state.world.file(key) : undefined;
  if (file === undefined) {
    missing(response, '没有这个文件');
    return;
  }
  const ending = path.extname(file.name);
  response.type(file.isImage && ending !== '' ? ending : 'application/octet-stream');
  response.set('content-disposition', `${file.isImage ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  response.set('x-content-type-options', 'nosniff').send(Buffer.from(file.base64, 'base64'));
}

/** A card carries the images it shows; any other message the file it is. */
function maySee(state: PlatformState, person: string, key: string): boolean {
  const chats = state.world.chats().filter((chat) => chat.members.includes(person));
  const messages = chats.flatMap((chat) => state.world.messagesOf(chat.id)).filter((message) => !message.isRecalled);
  return messages.some((message) => message.file?.key === key || (message.card !== null && message.content.includes(key)));
}

const samples = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => !name.startsWith('.'))
        .sort()
    : [];

const missing = (response: Response, text: string): void => {
  response.status(404).json({ error: { code: 404, text } });
};
