// The words of a task and its draw: kinds, ingredients, ratios.
import type { Manifest, Stratum } from '../domain/record.ts';
import { unreachable } from '../domain/result.ts';
import type { EntropyMode, Task } from '../domain/task.ts';

/** Kinds of task (Art. 5, 6). */
export const TASK_KIND_WORDS: Readonly<Record<Task['kind'], string>> = { unified: '统一抽查', ordinary: '一般抽查' };

/** The last ingredient of a draw, by mode. */
export const MODE_WORDS: Readonly<Record<EntropyMode, string>> = {
  witness: '见证人各出一句话',
  dice: '见证人当场掷骰子',
  lottery: '福利彩票开奖号码',
  drand: '公共随机数信标',
};

/** `10%`, or `1/3` where no short percentage is exact. */
export function sayRatio(num: number, den: number): string {
  const percent = (num * 100) / den;
  return den !== 0 && Number.isInteger(percent * 10) ? `${percent}%` : `${num}/${den}`;
}

/** `23%`, of so many samples: whole percents, for more would only look exact; never 0% or 100% for what happened or failed to. */
export function saySampled(times: number, samples: number): string {
  if (samples === 0 || times === 0) return '0%';
  if (times === samples) return '100%';
  return `${Math.min(99, Math.max(1, Math.round((times * 100) / samples)))}%`;
}

/** `按全部 41 家的 10%（进一为 5 家），不少于 2 家`; `base` is how many rows the ratio is taken of. */
export function sayRule({ num, den, min, base: of }: Pick<Stratum, 'num' | 'den' | 'min' | 'base'>, base: number): string {
  const share = Number((BigInt(base) * BigInt(num) + BigInt(den) - 1n) / BigInt(den));
  const isExact = (base * num) % den === 0;
  const least = min > 0 ? `，不少于 ${min} 家` : '';
  return `按${of === 'all' ? '全部' : '可抽'} ${base} 家的 ${sayRatio(num, den)}（${isExact ? '' : '进一'}为 ${share} 家）${least}`;
}

/** `甲所、乙所等 12 家`: the first few of many, in words of which the count is always right. */
export function sayFew(names: readonly string[], unit: string, most = 6): string {
  const shown = names.slice(0, most).join('、');
  return names.length > most ? `${shown}等 ${names.length} ${unit}` : `${shown}（${names.length} ${unit}）`;
}

/** What the last ingredient is, which nobody can know at the lock. */
export function sayLastIngredient(entropy: Manifest['entropy']): string {
  const { beacon } = entropy;
  if (beacon === null) return '全体见证人写的封存以后，才揭开封签时锁定的密数；没有外来的号码';
  switch (beacon.type) {
    case 'drand':
      return `drand 公共信标第 ${beacon.round} 轮`;
    case 'lottery':
      return `${beacon.game}第 ${beacon.issue} 期开奖号码`;
    case 'dice':
      return `${beacon.count} 颗 ${beacon.sides} 面骰子，由两名见证人分别录入，一致才算数`;
    default:
      return unreachable(beacon);
  }
}

/** `3、5、1`: the dice as they lay, in the order in which they were typed. */
export function sayThrows(throws: readonly number[]): string {
  return throws.join('、');
}
