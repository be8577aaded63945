// drand for tests: the real rounds of the vectors, an office whose clock stands before one of them, and a server at the real API's paths.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OfficeRules } from '../../src/domain/office-rules.ts';
import type { Store } from '../../src/store/books.ts';
import { withoutThreads } from './drand-here.ts';
import { county, type Lists, openOffice, type TestOffice } from './office.ts';
import { SAMPLE_RULES } from './samples.ts';

/** A round as the vectors hold it; made by others, see `source` there. */
export interface VectorRound {
  readonly chain: 'quicknet' | 'default';
  readonly round: number;
  readonly randomness: string;
  readonly signature: string;
}

/** All rounds and all forgeries of the vectors. */
export const VECTORS: { readonly beacons: readonly VectorRound[]; readonly negative: readonly VectorRound[] } = JSON.parse(
  readFileSync(new URL('../vectors/drand-beacons.json', import.meta.url), 'utf8'),
);

/** A round of quicknet by its number. */
export function vectorRound(round: number): VectorRound {
  const found = VECTORS.beacons.find((one) => one.chain === 'quicknet' && one.round === round);
  if (!found) throw new Error(`the vectors have no round ${round}`);
  return found;
}

/** The round that draws of these tests wait for, 2023-09-15 19:00:03 in China: it is real, so the office is moved to its day. */
export const ROUND = vectorRound(657_413);

/** Locked then, with 30 minutes for the witnesses and a margin of 5, a draw waits for `ROUND`: the first after 19:00:00. */
export const LOCK_TIME = '2023-09-15T18:25';

/** What drand's API answers for a round. */
export function answerOf({ round, randomness, signature }: VectorRound): string {
  return JSON.stringify({ round, randomness, signature });
}

/** The sample county in 2023: its documents and items were in force then. */
export function county2023(): Lists {
  const lists = county();
  return {
    ...lists,
    matters: lists.matters.map((matter) => ({ ...matter, effectiveFrom: '2023-01-01', publishedOn: '2023-01-01' })),
    documents: lists.documents.map((document) => ({
      ...document,
      issuedOn: '2023-01-05',
      effectiveFrom: '2023-01-05',
      effectiveUntil: '2023-12-31',
    })),
  };
}

/** The window of a task of that autumn. */
export const WINDOW = { from: '2023-09-18', to: '2023-10-20' } as const;

/** Opens it at the hour of the lock; `endpoints` are asked for rounds. */
export async function office2023(store: Store, endpoints: readonly string[] = []): Promise<TestOffice> {
  const rules: OfficeRules = { ...SAMPLE_RULES, calendar: { off: [], working: [], years: [2023] } };
  const office = await openOffice(store, county2023(), rules);
  office.at(LOCK_TIME);
  return { ...office, ...withoutThreads(endpoints) };
}

/** A server of drand's paths. `answers` may be changed while it runs: what it says of a round, or a status. */
export interface DrandServer {
  readonly url: string;
  /** The paths that were asked for. */
  readonly asked: string[];
  say(round: number, body: string | { readonly status: number; readonly location?: string }): void;
  close(): Promise<void>;
}

/** Starts one on loopback; rounds nobody spoke of are 404, as with drand itself before their time. */
export async function serveDrand(): Promise<DrandServer> {
  const bodies = new Map<string, string | { readonly status: number; readonly location?: string }>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const body = bodies.get(request.url ?? '');
    if (typeof body === 'string') response.setHeader('content-type', 'application/json').end(body);
    else response.writeHead(body?.status ?? 404, body?.location === undefined ? {} : { location: body.location }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    say: (round, body) => void bodies.set(`/52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971/public/${round}`, body),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
