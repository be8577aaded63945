// What the chat page and scripts call under /sandbox, put together.
import express, { Router } from 'express';
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
  return router;
}
