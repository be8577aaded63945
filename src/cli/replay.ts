// `mingqian replay`: repeats a whole draw from its inputs and prints what comes out.
import type { Command } from 'commander';
import { replay } from '../domain/ssj/replay.ts';
import { replayProblemWords } from '../words/draw-problems.ts';
import { printJson, refuse } from './answer.ts';
import { readJson } from './read-json.ts';

/** Adds the verb: exit 0 with the JSON on stdout, 2 if the input does not agree with its own seal. */
export function register(program: Command): void {
  program
    .command('replay')
    .description('按封签的输入重算一次抽签，不看记录里的结果')
    .argument('<INPUT.json>', '抽签记录或其输入')
    .option('--json', '输出 JSON（总是如此）')
    .action(run);
}

function run(file: string): void {
  const read = readJson(file);
  if (!read.ok) {
    refuse(read.problem);
    return;
  }
  const replayed = replay(read.value.value);
  if (replayed.ok) printJson(replayed.value);
  else refuse(replayProblemWords(replayed.problem));
}
