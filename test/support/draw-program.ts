// A command line with the draw's verbs alone, for tests to start as a process.
import { Command } from 'commander';
import { register as assign } from '../../src/cli/assign.ts';
import { register as replay } from '../../src/cli/replay.ts';
import { register as verify } from '../../src/cli/verify.ts';

const program = new Command('mingqian');
for (const register of [verify, replay, assign]) register(program);
program.parse();
