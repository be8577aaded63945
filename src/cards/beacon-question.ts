// What a closed draw waits for, as its lock card says it: by the kind of its last ingredient.
import type { Draw } from '../domain/draw.ts';
import type { PersonId } from '../domain/person.ts';
import type { Task } from '../domain/task.ts';
import { sayTime } from '../words/days.ts';
import { say } from './words.ts';

/** What the sentence is made of. */
export interface BeaconQuestion {
  readonly draw: Pick<Draw, 'manifest'>;
  readonly task: Pick<Task, 'lottery'>;
  /** Who has typed in this round. */
  readonly typed: readonly PersonId[];
  readonly beaconAt: Date | null;
  readonly isBeaconPublic: boolean;
}

/** The sentence at the top of the card while the last ingredient is not there. */
export function beaconQuestion({ draw, task, typed, beaconAt, isBeaconPublic }: BeaconQuestion): string {
  const at = beaconAt === null ? '' : sayTime(beaconAt);
  const { beacon } = draw.manifest.entropy;
  switch (beacon?.type) {
    case 'dice':
      return say('lock.ask-dice', { typed: typed.length });
    case 'drand':
      return say(isBeaconPublic ? 'lock.ask-drand' : 'lock.wait-drand', { round: beacon.round, at });
    case 'lottery':
      return isBeaconPublic
        ? say('lock.ask-lottery', { where: task.lottery?.where ?? '', typed: typed.length })
        : say('lock.wait-lottery', { what: `${beacon.game}第 ${beacon.issue} 期`, at });
    default:
      return say('lock.ready');
  }
}
