// Builds the chat page into dist/sandbox/page: modules by tsc, the files beside them, and VChart's browser bundle for cards with charts.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = import.meta.dirname ?? path.dirname(fileURLToPath(import.meta.url));

/** Compiles and copies; throws when the page does not compile. Returns the folder. */
export function buildPage(target = path.join(here, '../../dist/sandbox')) {
  const require = createRequire(import.meta.url);
  const tsc = path.join(path.dirname(require.resolve('typescript/package.json')), 'bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', path.join(here, 'tsconfig.build.json'), '--outDir', target], { stdio: 'inherit' });
  const page = path.join(target, 'page');
  const vendor = path.join(page, 'vendor');
  mkdirSync(vendor, { recursive: true });
  for (const name of readdirSync(here)) if (/\.(html|css|svg)$/.test(name)) copyFileSync(path.join(here, name), path.join(page, name));
  const chart = path.join(path.dirname(require.resolve('@visactor/vchart/package.json')), 'build/index.min.js');
  copyFileSync(chart, path.join(vendor, 'vchart.js'));
  return page;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildPage();
