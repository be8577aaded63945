// Which public lottery gives a draw's last ingredient: one of the office's games, an issue, and the day on which it is drawn.
import { MARGIN_MINUTES } from './beacon-plan.ts';
import { civilTime, instantOf, isDay } from './day.ts';
import type { OfficeRules } from './office-rules.ts';
import type { Refusal } from './refusal.ts';
import { fail, ok, type Result } from './result.ts';
import type { EntropyMode, LotteryChoice, LotteryPlan } from './task.ts';

/** The plan of a task: null in other modes. What a game draws, when and where is copied, so that a later change of the settings changes no task. */
export function lotteryPlan(
  mode: EntropyMode,
  choice: LotteryChoice | undefined,
  rules: Pick<OfficeRules, 'games' | 'witnessMinutes'>,
  now: Date,
): Result<LotteryPlan | null, Refusal> {
  if (mode !== 'lottery') return ok(null);
  const { game: id = '', issue: typed = '', drawnOn = '' } = choice ?? {};
  const issue = typed.trim().replace(/^第/, '').replace(/期$/, '').trim();
  const missing = [...(id === '' ? ['game'] : []), ...(issue === '' ? ['issue'] : []), ...(drawnOn === '' ? ['drawnOn'] : [])];
  if (missing.length > 0) return fail({ kind: 'missing-fields', names: missing });
  const game = rules.games.find((one) => one.id === id);
  if (!game) return fail({ kind: 'unknown-option', name: 'game' });
  // Of what the publishers of games write; anything longer is a slip.
  if (!/^[0-9A-Za-z-]{3,16}$/.test(issue)) return fail({ kind: 'bad-field', name: 'issue' });
  if (!isDay(drawnOn)) return fail({ kind: 'bad-field', name: 'drawnOn' });
  const drawnAt = instantOf(drawnOn, game.at);
  const earliest = earliestDraw(rules.witnessMinutes, now);
  if (drawnAt <= earliest) return fail({ kind: 'lottery-too-soon', issue, at: civilTime(drawnAt), earliest: civilTime(earliest) });
  return ok({ game: game.name, issue, drawnAt, where: game.where, numbers: game.numbers });
}

/** True once it is too late to lock for a lottery that is drawn then: the witnesses' time and the margin would end after it. */
export function isTooLate(drawnAt: Date, witnessMinutes: number, now: Date): boolean {
  return drawnAt <= earliestDraw(witnessMinutes, now);
}

function earliestDraw(witnessMinutes: number, now: Date): Date {
  return new Date(now.getTime() + (witnessMinutes + MARGIN_MINUTES) * 60_000);
}
