// `mingqian key`: the public keys of the office's checkpoints, and a second, national one for who needs it.
import type { Command } from 'commander';
import { addSm2, BadKey, newKeyName, openSigner } from '../keys/checkpoint-key.ts';
import { keyPlace } from '../product.ts';
import { KEY_PROBLEM_WORDS, KEY_WORDS } from '../words/keys.ts';
import { print, printJson, refuse } from './answer.ts';
import { readSettings } from './open-office.ts';

/** Adds the verb: exit 0 with the public keys, 2 if the keys cannot be used or no second one can be added. */
export function register(program: Command): void {
  program
    .command('key')
    .description(KEY_WORDS.key)
    .option('--sm2', KEY_WORDS.sm2)
    .option('--json', KEY_WORDS.json)
    .action(({ sm2, json }: { readonly sm2?: boolean; readonly json?: boolean }) => {
      const { settings, config } = readSettings();
      const place = keyPlace(settings);
      try {
        let { vkeys } = openSigner(place, newKeyName(settings.publicUrl ?? config.rules.office.site));
        if (sm2) vkeys = addSm2(place).vkeys;
        const from = place.given === null ? place.file : KEY_WORDS.environment;
        if (json) printJson({ vkeys, from });
        else print([...vkeys, `${KEY_WORDS.from} ${from}`].join('\n'));
      } catch (error) {
        if (!(error instanceof BadKey)) throw error;
        refuse(KEY_PROBLEM_WORDS[error.problem]);
      }
    });
}
