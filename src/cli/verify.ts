// `mingqian verify`: every check of a record, a line each.
import type { Command } from 'commander';
import { shownDigest, shownMoment } from '../verify/shown.ts';
import { verifyText } from '../verify/strict-text.ts';
import type { Verification } from '../verify/verify.ts';
import { print, printJson, refuse } from './answer.ts';
import { readJson } from './read-json.ts';

interface Options {
  readonly lock?: string;
  readonly lockedAt?: string;
  readonly close?: string;
  readonly json?: boolean;
}

/** Adds the verb: exit 0 only if all holds, 1 if a check failed, 2 if there is no JSON or an option is malformed. */
export function register(program: Command): void {
  program
    .command('verify')
    .description('逐项核对一份抽签记录')
    .argument('<RECORD.json>', '抽签记录')
    .option('--lock <HASH>', '群内公布的封签摘要')
    .option('--locked-at <TIME>', '群内公布的封签时间，如 2026-03-16T09:00:00+08:00')
    .option('--close <HASH>', '群内公布的封存摘要')
    .option('--json', '输出 JSON')
    .action(run);
}

function run(file: string, options: Options): void {
  for (const [name, value] of [['--lock', options.lock] as const, ['--close', options.close] as const]) {
    if (value !== undefined && shownDigest(value) === null) {
      refuse(`${name} 应为 64 位十六进制摘要。`);
      return;
    }
  }
  if (options.lockedAt !== undefined && shownMoment(options.lockedAt) === null) {
    refuse('--locked-at 应为时间，如 2026-03-16T09:00:00+08:00。');
    return;
  }
  const read = readJson(file);
  if (!read.ok) {
    refuse(read.problem);
    return;
  }
  const { lock, lockedAt, close } = options;
  const verification = verifyText(read.value.text, { lock, lockedAt, close });
  if (options.json) printJson(verification);
  else print(inLines(verification));
  process.exitCode = ['refused', 'unreadable'].includes(verification.verdict.kind) ? 1 : 0;
}

/** A verification as people read it. */
export function inLines({ checks, notChecked, verdict }: Verification): string {
  return [
    ...checks.map(({ name, passed, expected, found }) => `${passed ? '通过' : '不通过'}｜${name}｜应为 ${expected}｜实为 ${found}`),
    '',
    '没有核对的：',
    ...notChecked.map((words) => `- ${words}`),
    '',
    verdict.words,
  ].join('\n');
}
