// What readers verify with, as a build lays it beside this room: for the server to hand out and for `mingqian site` to copy.
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Express } from 'express';

/** The folder of the build. */
export const VERIFIER = path.join(import.meta.dirname, '..', 'verify');

/** Each file of it that readers get, and its address under the top of the site. */
const FILES = [
  { file: 'page.js', address: 'verify/page.js', type: 'text/javascript' },
  { file: 'verifier.html', address: 'verifier.html', type: 'text/html' },
  // As text, so that a browser shows it: it is there to be read.
  { file: 'ssj1.py', address: 'ssj1.py', type: 'text/plain' },
] as const;

/** Copies the files, and nothing else that lies there; answers their names under `to`. */
export function copyVerifier(from: string, to: string): readonly string[] {
  for (const { file, address } of FILES) {
    mkdirSync(path.dirname(path.join(to, address)), { recursive: true });
    copyFileSync(path.join(from, file), path.join(to, address));
  }
  return FILES.map(({ address }) => address);
}

/** Hands the files out. The one file with its script inside brings its own policy, which allows no network. */
export function addVerifier(app: Express, folder: string): void {
  for (const { file, address, type } of FILES) {
    const at = path.join(folder, file);
    app.get(`/${address}`, (_, response, next) => {
      if (!existsSync(at)) return next();
      const text = readFileSync(at, 'utf8');
      const policy = type === 'text/html' ? policyOf(text) : undefined;
      if (policy !== undefined) response.set('Content-Security-Policy', `${policy}; frame-ancestors 'self'`);
      response.type(type).set('Cache-Control', 'public, max-age=300').send(text);
    });
  }
}

/** The policy that a page states in its head. */
function policyOf(html: string): string | undefined {
  return /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1];
}
