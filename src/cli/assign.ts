// `mingqian assign`: the assignment alone, for whoever wants to try it on cases of his own.
import type { Command } from 'commander';
import { assign } from '../domain/ssj/assign.ts';
import { readAssignInput } from '../domain/ssj/assign-input.ts';
import { assignProblemWords } from '../words/draw-problems.ts';
import { printJson, refuse } from './answer.ts';
import { readJson } from './read-json.ts';

/** Adds the verb: exit 0 with the JSON on stdout, 2 if the input is malformed. */
export function register(program: Command): void {
  program
    .command('assign')
    .description('只做人员分配：输入种子、机构和人员，输出检查组')
    .argument('<INPUT.json>', '种子、机构、人员；也可以是几个这样的输入的列表')
    .option('--json', '输出 JSON（总是如此）')
    .action(run);
}

function run(file: string): void {
  const read = readJson(file);
  if (!read.ok) {
    refuse(read.problem);
    return;
  }
  const cases = Array.isArray(read.value.value) ? (read.value.value as readonly unknown[]) : [read.value.value];
  const answers = [];
  for (const one of cases) {
    const input = readAssignInput(one);
    if (!input.ok) {
      refuse(assignProblemWords(input.problem));
      return;
    }
    const { teams, load, unfilled } = assign(input.value);
    answers.push({ teams, load, unfilled });
  }
  printJson(Array.isArray(read.value.value) ? answers : answers[0]);
}
