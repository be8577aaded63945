// Builds what a reader verifies with: the script of the public page, the one HTML file that needs nothing else, and the Python script.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = import.meta.dirname ?? path.dirname(fileURLToPath(import.meta.url));
const STYLE = path.join(here, '../papers/pages/site.css');

/** Writes `page.js`, `verifier.html` and `ssj1.py` into a folder. The script is not made small: who looks into the file can read it. */
export async function buildVerifier(to) {
  mkdirSync(to, { recursive: true });
  const { outputFiles } = await build({
    entryPoints: [path.join(here, 'page', 'main.ts')],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'inline',
    write: false,
  });
  const script = outputFiles[0].text;
  writeFileSync(path.join(to, 'page.js'), script);
  writeFileSync(path.join(to, 'verifier.html'), inOneFile(script, readFileSync(STYLE, 'utf8')));
  copyFileSync(path.join(here, 'ssj1.py'), path.join(to, 'ssj1.py'));
}

/** The template with all of it inside, and a policy that allows exactly this script and this style, and no network at all. */
function inOneFile(script, style) {
  if (/<\/script|<!--/i.test(script) || /<\/style/i.test(style)) throw new Error('the script or the style would end its own element');
  const policy = `default-src 'none'; script-src '${digest(script)}'; style-src '${digest(style)}'; base-uri 'none'; form-action 'none'`;
  const parts = { policy, style, script };
  const template = readFileSync(path.join(here, 'page', 'verifier.html'), 'utf8');
  return template.replaceAll(/%(policy|style|script)%/g, (_, name) => parts[name]);
}

function digest(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildVerifier(process.argv[2] ?? path.join(here, '../../dist/verify'));
