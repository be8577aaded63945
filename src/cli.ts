#!/usr/bin/env node
// The command line: every verb in its own file, one Chinese sentence for every mistake, an exit code that says which.
import { Command, CommanderError } from 'commander';
import { refuse } from './cli/answer.ts';
import * as assign from './cli/assign.ts';
import * as backup from './cli/backup.ts';
import * as cards from './cli/cards.ts';
import * as checkpoints from './cli/checkpoints.ts';
import * as doctor from './cli/doctor.ts';
import * as exporting from './cli/export.ts';
import * as importing from './cli/import.ts';
import * as key from './cli/key.ts';
import * as migrate from './cli/migrate.ts';
import * as note from './cli/note.ts';
import { BadSettings, openBooks, readSettings, withOffice } from './cli/open-office.ts';
import * as papers from './cli/papers.ts';
import * as prove from './cli/prove.ts';
import * as replay from './cli/replay.ts';
import * as site from './cli/site.ts';
import * as verify from './cli/verify.ts';
import { sayUsage } from './words/usage.ts';

const program = new Command('mingqian')
  .description('明签：双随机、一公开抽查的机器人。用“mingqian 命令 --help”看每个命令的用法')
  .helpOption('-h, --help', '显示用法')
  .helpCommand(false)
  .configureOutput({ outputError: () => undefined })
  .exitOverride();

const env = (): { readonly databaseUrl: string } => readSettings().settings;
for (const { register } of [verify, replay, assign, note, key, cards, papers, doctor]) register(program);
site.register(program, withOffice);
for (const { register } of [prove, checkpoints, importing, exporting]) register(program, openBooks);
for (const { register } of [migrate, backup]) register(program, env);
for (const command of program.commands)
  command
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .helpOption('-h, --help', '显示用法');

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof BadSettings) refuse(error.message);
  else if (error instanceof CommanderError) answerUsage(error);
  else refuse(sayUsage('broken', error instanceof Error ? error.message.split('\n')[0] : String(error)), 3);
}

/** Help was asked for, or the words were wrong. */
function answerUsage({ code, message }: CommanderError): void {
  if (code === 'commander.helpDisplayed' || code === 'commander.version') return;
  if (code === 'commander.help') process.exitCode = 2;
  else refuse(sayUsage(code, /'([^']+)'/.exec(message)?.[1]));
}
