// What the last ingredient will be, fixed at the lock, and when it becomes public (SSJ-1, LOCK and BEACON).
import { waitsUntil } from './ceremony.ts';
import { civilTime } from './day.ts';
import type { Draw } from './draw.ts';
import type { OfficeRules } from './office-rules.ts';
import type { Beacon } from './record.ts';
import type { Refusal } from './refusal.ts';
import { fail, ok, type Result, unreachable } from './result.ts';
import { QUICKNET, roundAfter, roundTime } from './ssj/beacon.ts';
import type { Task } from './task.ts';

/**
 * Minutes between the end of the witnesses' time and the beacon. The clock ticks each minute and closes what is due, so
 * that in five of them the close stands in the group even if a tick is missed or the platform takes its time.
 */
export const MARGIN_MINUTES = 5;

/** The beacon as the manifest fixes it: of drand the first round after the witnesses' time and the margin. */
export function plannedBeacon(
  task: Pick<Task, 'mode' | 'lottery'>,
  rules: Pick<OfficeRules, 'dice' | 'witnessMinutes'>,
  lockedAt: Date,
): Result<Beacon, Refusal> {
  const earliest = waitsUntil({ lockedAt, witnessesUntil: null }, rules.witnessMinutes + MARGIN_MINUTES);
  switch (task.mode) {
    case 'witness':
      return ok(null);
    case 'dice':
      return ok({ type: 'dice', count: rules.dice.count, sides: rules.dice.sides });
    case 'drand':
      return ok({ type: 'drand', chain: QUICKNET.chain, round: roundAfter(earliest) });
    case 'lottery': {
      if (task.lottery === null) return fail({ kind: 'missing-fields', names: ['game', 'issue', 'drawnOn'] });
      const { game, issue, drawnAt } = task.lottery;
      if (drawnAt <= earliest) return fail({ kind: 'lottery-too-soon', issue, at: civilTime(drawnAt), earliest: civilTime(earliest) });
      return ok({ type: 'lottery', game, issue });
    }
    default:
      return unreachable(task.mode);
  }
}

/** When a beacon from outside becomes public; null where none comes from outside. Until then the contributions must be closed. */
export function beaconTime({ manifest }: Pick<Draw, 'manifest'>, task: Pick<Task, 'lottery'>): Date | null {
  const { beacon } = manifest.entropy;
  if (beacon?.type === 'drand') return roundTime(beacon.round);
  return beacon?.type === 'lottery' ? (task.lottery?.drawnAt ?? null) : null;
}
