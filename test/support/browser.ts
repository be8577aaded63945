// A real Chromium for the tests: $CHROMIUM, else the machine's, else the one that `@sparticuz/chromium` brings.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=zh-CN',
];

/** Where a Chromium is, and the arguments it wants beside ours. */
async function found(): Promise<{ readonly executablePath: string; readonly args: readonly string[] }> {
  const installed = [process.env['CHROMIUM'], '/usr/bin/chromium'].find((path) => path !== undefined && existsSync(path));
  if (installed !== undefined) return { executablePath: installed, args: [] };
  const { default: packed } = await import('@sparticuz/chromium');
  return { executablePath: await packed.executablePath(), args: packed.args };
}

/** Starts a browser without a window; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, args } = await found();
  return chromium.launch({ executablePath, args: [...args, ...QUIET] });
}
