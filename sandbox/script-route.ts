// One way to write a route of /sandbox: the request is parsed, the person found, and a value answered or refused.
import type { NextFunction, Request, Response } from 'express';
import { z } from 'zod';
import { type Member, memberById } from './people.ts';
import type { PlatformState } from './platform-state.ts';
import type { Chat } from './world.ts';

/** What a route answers. */
export type Reply =
  | { readonly kind: 'fine'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly status: number; readonly text: string };

/** Whoever asks. */
export const As = z.object({ as: z.string() });

/** A good answer. */
export const fine = (value: unknown): Reply => ({ kind: 'fine', value });

/** A refusal in words. */
export const refuse = (status: number, text: string): Reply => ({ kind: 'refused', status, text });

type Handler = (request: Request, response: Response, next: NextFunction) => void;

/** A route whose path, query and body together fit `schema`. */
export function asked<Shape>(schema: z.ZodType<Shape>, handle: (asked: Shape) => Reply | Promise<Reply>): Handler {
  return (request, response, next) => {
    const result = schema.safeParse({ ...request.query, ...(request.body as object | undefined), ...request.params });
    const reply = result.success ? handle(result.data) : refuse(400, `请求不合格式：${issuesOf(result.error)}`);
    Promise.resolve(reply).then((ready) => answer(response, ready), next);
  };
}

/** The same, asked by a person of the tenant. */
export const askedBy = <Shape extends { readonly as: string }>(
  schema: z.ZodType<Shape>,
  handle: (asked: Shape, by: Member) => Reply | Promise<Reply>,
): Handler =>
  asked(schema, (request) => {
    const by = memberById(request.as);
    return by === undefined ? refuse(400, '须以 as 指明是谁（如 P002）') : handle(request, by);
  });

/** Goes on with a chat only if `by` is in it. */
export function inChat(
  state: PlatformState,
  by: Member,
  id: string,
  handle: (chat: Chat) => Reply | Promise<Reply>,
): Reply | Promise<Reply> {
  const chat = state.world.chat(id);
  if (chat === undefined) return refuse(404, '没有这个会话');
  return chat.members.includes(by.id) ? handle(chat) : refuse(403, `${by.name}不在这个会话里`);
}

function answer(response: Response, reply: Reply): void {
  if (reply.kind === 'fine') response.json(reply.value);
  else response.status(reply.status).json({ error: { code: reply.status, text: reply.text } });
}

const issuesOf = (error: z.ZodError): string => error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`.trim()).join('；');
