// What the chat page and scripts call under /sandbox, put together.
import express, { type NextFunction, type Request, type Response, Router } from 'express';
import type { PlatformState } from './platform-state.ts';
import { chatRoutes } from './script-chats.ts';
import { controlRoutes } from './script-control.ts';
import { fileRoutes } from './script-files.ts';

/** The routes; `samplesFolder` holds the sample lists. */
export function scriptApi(state: PlatformState, samplesFolder: string): Router {
  const router = Router();
  router.use('/sandbox', express.json({ limit: '50mb' }));
  chatRoutes(state, router);
  controlRoutes(state, router);
  fileRoutes(state, router, samplesFolder);
  router.use('/sandbox', failed);
  return router;
}

/** A body that is no JSON is the caller's fault; anything else is the stand-in's. Four parameters: that is how Express knows it. */
function failed(problem: unknown, _request: Request, response: Response, _next: NextFunction): void {
  const status = (problem as { status?: unknown } | null)?.status;
  const isTheirs = typeof status === 'number' && status < 500;
  const text = isTheirs ? '请求读不懂：须为 JSON，且不超过 50 MB' : '替身自己出错了';
  response.status(isTheirs ? status : 500).json({ error: { code: isTheirs ? status : 500, text } });
}
