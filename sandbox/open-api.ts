// The open API's front: token, frequency, faults and the wire log around every call, then the call itself.
import express, { type NextFunction, type Request, type Response, Router } from 'express';
import { type Answer, type FileAnswer, refused, tooFrequent } from './answers.ts';
import { updateLater } from './delayed-update.ts';
import { application, botInfo, connectionCount, lookUp, user } from './open-contacts.ts';
import { download, uploadFile, uploadImage } from './open-files.ts';
import { read, recall, reply, send, update, urge } from './open-messages.ts';
import type { PlatformState } from './platform-state.ts';

type Call = (request: Request) => Answer | FileAnswer | Promise<Answer | FileAnswer>;

const DELAY_MS = 3000;

/** Everything under /open-apis, and the long connection's handshake. */
export function openApi(state: PlatformState): Router {
  const router = Router();
  router.use(express.json({ limit: '4mb', strict: false }), (_error: unknown, request: Request, response: Response, _next: NextFunction) =>
    finish(state, '请求', request, response, refused(9499, 'Bad Request, ext=body is not JSON'), Date.now()),
  );
  const route = (method: 'get' | 'post' | 'patch' | 'delete', path: string, what: string, call: Call): void => {
    router[method](path, async (request, response) => {
      const started = Date.now();
      if (state.faults.strikes('delays')) await new Promise((resolve) => setTimeout(resolve, DELAY_MS));
      await finish(state, what, request, response, await guarded(state, request, call), started);
    });
  };
  router.post('/open-apis/auth/v3/tenant_access_token/internal', (request, response) =>
    finish(state, '取令牌', request, response, state.tokens.give(request.body), Date.now()),
  );
  router.post('/callback/ws/endpoint', (request, response) => {
    const body = state.connections.handshake(request.body, `ws://${request.headers.host}`);
    return finish(state, '长连接握手', request, response, { status: 200, body }, Date.now());
  });
  route('post', '/open-apis/im/v1/messages', '发送消息', (request) => send(state, request.query['receive_id_type'], request.body));
  route('post', '/open-apis/im/v1/messages/:id/reply', '回复消息', (request) => reply(state, id(request), request.body));
  route('patch', '/open-apis/im/v1/messages/:id', '更新卡片', (request) => update(state, id(request), request.body));
  route('delete', '/open-apis/im/v1/messages/:id', '撤回消息', (request) => recall(state, id(request)));
  route('get', '/open-apis/im/v1/messages/:id', '读取消息', (request) => read(state, id(request)));
  route('patch', '/open-apis/im/v1/messages/:id/urgent_app', '加急', (request) =>
    urge(state, id(request), request.query['user_id_type'], request.body),
  );
  route('get', '/open-apis/im/v1/messages/:id/resources/:key', '下载文件', (request) =>
    download(state, id(request), id(request, 'key'), request.query['type']),
  );
  route('post', '/open-apis/im/v1/files', '上传文件', (request) => uploadFile(state, request));
  route('post', '/open-apis/im/v1/images', '上传图片', (request) => uploadImage(state, request));
  route('post', '/open-apis/contact/v3/users/batch_get_id', '查找人员', (request) => lookUp(request.query['user_id_type'], request.body));
  route('get', '/open-apis/contact/v3/users/:id', '读取人员', (request) => user(request.query['user_id_type'], id(request)));
  route('get', '/open-apis/bot/v3/info', '机器人信息', () => botInfo());
  route('get', '/open-apis/event/v1/connection', '长连接数', () => connectionCount(state));
  route('get', '/open-apis/application/v6/applications/:id', '应用信息', () => application(state));
  route('post', '/open-apis/interactive/v1/card/update', '延时更新卡片', (request) => updateLater(state, request.body));
  router.use('/open-apis', (request, response) =>
    finish(state, '未知接口', request, response, refused(99991201, 'not found', 404), Date.now()),
  );
  return router;
}

const id = (request: Request, name = 'id'): string => String(request.params[name]);

async function guarded(state: PlatformState, request: Request, call: Call): Promise<Answer | FileAnswer> {
  const denied = state.tokens.check(request.headers.authorization);
  if (denied !== null) return denied;
  if (state.faults.strikes('429')) return tooFrequent(1);
  const isMessaging = request.path.startsWith('/open-apis/im/');
  const waitMs = isMessaging ? state.limits.take('second', 50, 1000) || state.limits.take('minute', 1000, 60_000) : 0;
  return waitMs > 0 ? tooFrequent(waitMs / 1000) : call(request);
}

async function finish(
  state: PlatformState,
  what: string,
  request: Request,
  response: Response,
  answer: Answer | FileAnswer,
  started: number,
): Promise<void> {
  const body = 'file' in answer ? { 文件: answer.name, 字节: answer.file.length } : answer.body;
  const code = (body as { code?: number }).code ?? 0;
  const status = 'file' in answer ? 200 : answer.status;
  const isLost = request.path.startsWith('/open-apis/im/') && state.faults.strikes('lost-answer');
  state.wire.add({
    direction: 'in',
    what,
    method: request.method,
    path: request.originalUrl,
    status,
    code,
    ms: Date.now() - started,
    bytes: Number(request.headers['content-length'] ?? 0),
    body: request.body ?? null,
    answer: body,
    verdict: isLost ? '已办成，答复丢失' : code === 0 ? '通过' : `拒绝：${(body as { msg?: string }).msg ?? ''}`,
  });
  if (isLost) request.socket.destroy();
  else if ('file' in answer) {
    response.set('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(answer.name)}`);
    response.type('application/octet-stream').send(answer.file);
  } else
    response
      .status(answer.status)
      .set(answer.headers ?? {})
      .json(answer.body);
}
