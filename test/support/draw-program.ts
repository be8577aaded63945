// A command line with the draw's verbs alone.
import { Command } from 'commander';
import { register as assign } from '../../src/cli/assign.ts';
import { register as replay } from '../../src/cli/replay.ts';
import { register as verify } from '../../src/cli/verify.ts';

/** The program, not yet parsed. */
export function drawProgram(): Command {
  const program = new Command('mingqian');
  for (const register of [verify, replay, assign]) register(program);
  return program;
}
