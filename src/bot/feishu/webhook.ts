// The webhook as an HTTP handler: reads the raw bytes, has them judged, and feeds the same dispatcher as the long connection.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../../log.ts';
import type { Dispatcher } from './sdk.ts';
import { verifyWebhook, type WebhookKeys } from './verify-webhook.ts';

/** Fits `app.post(…)` of Express and a bare `http.createServer`. Mount it before anything that parses bodies. */
export type WebhookHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const LIMIT = 1024 * 1024;

/** Makes the handler. A failing event handler answers 500, which makes the platform push again. */
export function openWebhook(keys: WebhookKeys, dispatcher: Dispatcher, now: () => Date, log: Log): WebhookHandler {
  return async (request, response) => {
    // A line that breaks in the middle is treated like a body that never ends.
    const raw = await rawBody(request).catch(() => null);
    if (raw === null) {
      // The rest is not waited for: the connection is closed as soon as the answer is out.
      response.setHeader('connection', 'close').once('finish', () => request.destroy());
      return end(response, 413);
    }
    const header = (name: string): string | undefined => request.headers[name]?.toString();
    const headers = {
      timestamp: header('x-lark-request-timestamp'),
      nonce: header('x-lark-request-nonce'),
      signature: header('x-lark-signature'),
    };
    const verdict = verifyWebhook(raw, headers, keys, now());
    switch (verdict.kind) {
      case 'refused':
        log.warn('feishu-webhook-refused', { why: verdict.why });
        return end(response, verdict.status);
      case 'challenge':
        return end(response, 200, { challenge: verdict.challenge });
      case 'event':
        if (!dispatcher.knows(verdict.type)) return end(response, 200, {});
        try {
          return end(response, 200, await dispatcher.dispatch(verdict.envelope));
        } catch {
          return end(response, 500);
        }
    }
  };
}

/** The body as it came over the wire; null if it is too large. */
async function rawBody(request: IncomingMessage): Promise<Uint8Array | null> {
  const parsed = (request as { body?: unknown }).body;
  if (parsed instanceof Uint8Array) return parsed;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const parts = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
  for await (const chunk of parts) {
    length += chunk.length;
    if (length > LIMIT) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function end(response: ServerResponse, status: number, body?: object): void {
  response.statusCode = status;
  if (body === undefined) return void response.end();
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(body));
}
