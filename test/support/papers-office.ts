// `npm run papers:office`: every paper is opened by LibreOffice and turned into a PDF; fails, and does not skip, where there is no LibreOffice.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const kept = process.argv[2];
const folder = kept ?? mkdtempSync(path.join(tmpdir(), 'papers-'));

/** Ends with a sentence and exit 1. */
function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

if (spawnSync('soffice', ['--version']).error)
  fail('soffice is not installed (Debian: apt-get install libreoffice-writer): nothing was checked');
execFileSync(process.execPath, ['--import', 'tsx', path.join(root, 'src/cli.ts'), 'papers', folder], { cwd: root, stdio: 'inherit' });
const papers = readdirSync(folder).filter((name) => name.endsWith('.docx'));
const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
const files = papers.map((name) => path.join(folder, name));
const { status, stderr } = spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], {
  encoding: 'utf8',
  timeout: 300_000,
});
if (status !== 0) fail(`soffice ended with ${status}: ${stderr}`);
const broken = papers.filter((name) => !isPdf(path.join(folder, name.replace(/docx$/, 'pdf'))));
if (kept === undefined) rmSync(folder, { recursive: true });
if (papers.length === 0 || broken.length > 0) fail(`LibreOffice could not open: ${broken.join(', ') || 'nothing was written'}`);
process.stdout.write(`LibreOffice opened ${papers.length} papers\n`);

/** Whether the file is there and is a PDF with a page. */
function isPdf(file: string): boolean {
  try {
    return readFileSync(file).subarray(0, 5).toString() === '%PDF-';
  } catch {
    return false;
  }
}
