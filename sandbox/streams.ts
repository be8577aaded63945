// The live line to the chat page: server-sent events, each to those whom it concerns.
import type { Response } from 'express';
import type { StreamEvent } from './shapes.ts';

/** Open pages. */
export interface Streams {
  /** Keeps this answer open and sends it what concerns `as`. */
  open(as: string, response: Response): void;
  /** To these people only, or to everybody. */
  tell(audience: readonly string[] | 'all', event: StreamEvent): void;
  stop(): void;
}

const HEARTBEAT_MS = 20_000;

/** No page is open yet. */
export function startStreams(): Streams {
  const open = new Set<{ readonly as: string; readonly response: Response }>();
  const heartbeat = setInterval(() => {
    for (const { response } of open) response.write(': \n\n');
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    open(as, response) {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        connection: 'keep-alive',
      });
      response.write(': 你好\n\n');
      const page = { as, response };
      open.add(page);
      response.on('close', () => open.delete(page));
    },
    tell(audience, event) {
      const line = `data: ${JSON.stringify(event)}\n\n`;
      for (const { as, response } of open) if (audience === 'all' || audience.includes(as)) response.write(line);
    },
    stop() {
      clearInterval(heartbeat);
      for (const { response } of open) response.end();
      open.clear();
    },
  };
}
