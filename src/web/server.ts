// The one web server: public pages without login or script, the verifier, health, and the platforms' webhooks.
import type { AddressInfo } from 'node:net';
import express, { type Express, type RequestHandler, type Response } from 'express';
import helmet from 'helmet';
import type { Office } from '../flows/office.ts';
import { type Log, traced } from '../log.ts';
import { openPages, siteStyle } from '../papers/pages.ts';
import type { Place } from '../papers/public/frame.ts';
import type { ResultSearch } from '../papers/public/result-pages.ts';
import { DOWNLOAD_ENDINGS, downloadOf } from './downloads.ts';
import type { Health } from './health.ts';
import { type PageMaker, PLAIN_PAGES, pageMaker } from './public-pages.ts';
import { findResults, publicRecord } from './reading.ts';
import { addVerifier, VERIFIER } from './verifier.ts';

/** What the server is made of. Webhooks are handed in: it does not know whose they are. */
export interface WebTools {
  readonly office: Office;
  readonly log: Log;
  readonly health: Health;
  readonly webhooks: readonly { readonly path: string; readonly handler: RequestHandler }[];
  /** The folder of the built verifier, if it is not where a build puts it. */
  readonly verifier?: string;
}

/** A running server. */
export interface WebServer {
  readonly port: number;
  close(): Promise<void>;
}

const SERVED: Place = { isStatic: false, root: '/' };
/** Everything from this very address, nothing inline. Plain http is not upgraded: many offices have no certificate inside their network. */
const POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'self'"],
};
const DRAW_NUMBER = /^\d{4}-\d{4}$/;

/** Listens. Port 0 takes any free one. */
export async function startWeb(tools: WebTools, host: string, port: number): Promise<WebServer> {
  const app = webApp(tools);
  return new Promise((resolve, reject) => {
    const server = app.listen(port, host, (error?: Error) => {
      if (error) return reject(error);
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeIdleConnections();
          }),
      });
    });
  });
}

/** The application, for the server and for tests. */
export function webApp(tools: WebTools): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  for (const { path: at, handler } of tools.webhooks) app.post(at, express.raw({ type: () => true, limit: '1mb' }), handler);
  app.use(helmet({ contentSecurityPolicy: { useDefaults: false, directives: POLICY }, strictTransportSecurity: false }));
  addHealth(app, tools.health);
  const make = pageMaker(tools.office, openPages());
  addVerifier(app, tools.verifier ?? VERIFIER);
  addPages(app, make, tools.office);
  addNotes(app, tools.office);
  app.use(notFound(make));
  app.use(failed(make, tools.log));
  return app;
}

function addHealth(app: Express, health: Health): void {
  app.get('/healthz', (_, response) => void response.type('text').send('ok\n'));
  app.get('/readyz', async (_, response) => {
    const state = await health.ready();
    response.status(state.isReady ? 200 : 503).json(state);
  });
  app.get('/metrics', async (_, response) => {
    const { type, text } = await health.metrics();
    response.type(type).send(text);
  });
}

function addPages(app: Express, make: PageMaker, office: Office): void {
  const style = siteStyle();
  app.get('/site.css', (_, response) => void response.type('css').set('Cache-Control', 'public, max-age=300').send(style));
  for (const page of PLAIN_PAGES) {
    app.get(page === 'home' ? '/' : `/${page}`, async (_, response) => void response.type('html').send(await make.plain(page, SERVED)));
  }
  app.get('/results', async (request, response) => void response.type('html').send(await make.results(searchOf(request.query), SERVED)));
  for (const ending of DOWNLOAD_ENDINGS) {
    app.get(`/results.${ending}`, async (request, response) => {
      const { rows } = await office.store.read((books) => findResults(books, searchOf(request.query), true));
      const { type, body } = await downloadOf(ending, rows);
      response
        .type(type)
        .attachment(`results.${ending}`)
        .send(typeof body === 'string' ? body : Buffer.from(body));
    });
  }
  app.get('/draws/:number', async (request, response, next) =>
    orNext(response, next, await make.draw(numberOf(request.params['number']), SERVED)),
  );
  app.get('/draws/:number/verify', async (request, response, next) =>
    orNext(response, next, await make.verify(numberOf(request.params['number']), SERVED)),
  );
  app.get('/draws/:number/record.json', async (request, response, next) => {
    const record = await office.store.read((books) => publicRecord(books, numberOf(request.params['number'])));
    if (!record) return next();
    response.json(record);
  });
}

/** The notes themselves, to the byte. */
function addNotes(app: Express, office: Office): void {
  app.get('/checkpoints/:size.txt', async (request, response, next) => {
    const size = /^[1-9]\d{0,8}$/.test(request.params['size']) ? Number(request.params['size']) : 0;
    const checkpoint = await office.store.read((books) => books.checkpoints.get(size));
    if (checkpoint === null) return next();
    response.type('text').send(checkpoint.note);
  });
}

function orNext(response: Response, next: () => void, page: string | null): void {
  if (page === null) next();
  else response.type('html').send(page);
}

function numberOf(text: unknown): string {
  return typeof text === 'string' && DRAW_NUMBER.test(text) ? text : '';
}

/** A search as the address gives it; nonsense searches for nothing in particular, and PostgreSQL takes no control characters. */
function searchOf(query: Readonly<Record<string, unknown>>): ResultSearch {
  const text = (name: string): string =>
    typeof query[name] === 'string'
      ? query[name]
          .normalize('NFKC')
          .replaceAll(/\p{Cc}/gu, '')
          .trim()
          .slice(0, 50)
      : '';
  const year = Number(text('year'));
  const page = Number(text('page'));
  return {
    year: Number.isInteger(year) && year >= 2000 && year < 3000 ? year : null,
    category: text('category'),
    text: text('q'),
    page: Number.isInteger(page) && page > 0 && page < 1_000_000 ? page : 1,
  };
}

function notFound(make: PageMaker): RequestHandler {
  return (request, response) => {
    const kind = request.path.startsWith('/draws/') ? 'hidden' : 'missing';
    response.status(404).type('html').send(make.message(kind, SERVED));
  };
}

/** What cannot be read is the reader's mistake; everything else is ours, and logged. */
function failed(make: PageMaker, log: Log): express.ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const isUnreadable = error instanceof URIError;
    if (!isUnreadable) log.error('page-failed', { path: request.path, ...traced(error) });
    response
      .status(isUnreadable ? 400 : 500)
      .type('html')
      .send(make.message(isUnreadable ? 'unreadable' : 'broken', SERVED));
  };
}
