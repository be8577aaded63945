// Everything that is not the stand-in's own goes to the product, so that one address serves both.
import { request as httpRequest } from 'node:http';
import type { Request, Response } from 'express';

const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'proxy-authenticate', 'te', 'trailer']);

/** Pipes a request to `product` and its answer back; 502 with a sentence while the product is down. */
export function proxyTo(product: string | undefined): (request: Request, response: Response) => void {
  return (request, response) => {
    if (product === undefined) {
      response.status(404).type('text/plain').send('没有这个地址。聊天页在 /sandbox');
      return;
    }
    const target = new URL(request.originalUrl, product);
    const options = { method: request.method, headers: { ...request.headers, 'x-forwarded-host': request.headers.host ?? '' } };
    const onward = httpRequest(target, options, (answer) => {
      const headers = Object.entries(answer.headers).filter(([name]) => !HOP_BY_HOP.has(name));
      response.writeHead(answer.statusCode ?? 502, Object.fromEntries(headers));
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    });
    onward.on('error', () => {
      if (response.headersSent) response.destroy();
      else response.status(502).type('text/plain').send('明签还没有起来，或者已经停了。请稍后再试。');
    });
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  };
}
