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

/** `按全部 10%、不少于 2 家`. */
export function sayRule(stratum: Pick<Stratum, 'num' | 'den' | 'min' | 'base'>): string {
  const least = stratum.min > 0 ? `，不少于 ${stratum.min} 家` : '';
  return `按${stratum.base === 'all' ? '全部' : '可抽'}的 ${sayRatio(stratum.num, stratum.den)}${least}`;
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
