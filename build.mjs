// Builds `dist/`: the product, the verifier for browsers, the stand-in platform and its chat page, and what they read.
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPage } from './sandbox/page/build.mjs';
import { buildVerifier } from './src/verify/build.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');

/** Runs the compiler on one project; its messages go to our own output. */
function compile(project) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [tsc, '-p', project], { cwd: root, stdio: 'inherit' });
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${project} does not compile`))));
  });
}

/** Copies every file with one of the endings from one tree to another, keeping folders. */
function copyAssets(from, to, endings) {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !endings.includes(path.extname(entry.name))) continue;
    const source = path.join(entry.parentPath ?? entry.path, entry.name);
    cpSync(source, path.join(to, path.relative(from, source)));
  }
}

rmSync(path.join(root, 'dist'), { recursive: true, force: true });
const projects = ['tsconfig.build.json', 'src/verify/tsconfig.json', 'sandbox/tsconfig.build.json'];
await Promise.all(projects.map(compile));
await buildPage();
await buildVerifier(path.join(root, 'dist', 'verify'));
// The compiler writes plain files; this one is run by its name.
chmodSync(path.join(root, 'dist', 'cli.js'), 0o755);
copyAssets(path.join(root, 'src'), path.join(root, 'dist'), ['.yaml', '.hbs', '.css', '.svg']);
copyAssets(path.join(root, 'sandbox', 'samples'), path.join(root, 'dist', 'sandbox', 'samples'), ['.xlsx']);
