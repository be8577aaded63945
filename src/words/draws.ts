// The words of a task and its draw: kinds, ingredients, ratios.
import type { DrawCheck } from '../domain/draw-checks.ts';
import { personalData } from '../domain/personal-data.ts';
import type { Beacon, Manifest, Stratum } from '../domain/record.ts';
import { unreachable } from '../domain/result.ts';
import { roundTime } from '../domain/ssj/beacon.ts';
import type { EntropyMode, LotteryPlan, Task } from '../domain/task.ts';
import type { VoidStanding } from '../domain/void-outcome.ts';
import { sayTime } from './days.ts';

/** Kinds of task (Art. 5, 6). */
export const TASK_KIND_WORDS: Readonly<Record<Task['kind'], string>> = { unified: '统一抽查', ordinary: '一般抽查' };

/** The last ingredient of a draw, by mode. */
export const MODE_WORDS: Readonly<Record<EntropyMode, string>> = {
  witness: '见证人各出一句话',
  dice: '见证人当场掷骰子',
  lottery: '公开彩票开奖号码',
  drand: '公共随机数信标',
};

/** What a mode protects against, and what it does not (draw-protocol, "What remains"). */
export const MODE_REASONS: Readonly<Record<EntropyMode, string>> = {
  drand: '各国机构联合产生，自带签名，谁也伪造不了、提前知道不了；服务器不能上网也行，用手机抄过来。',
  lottery: '有公证的公开开奖，单位里谁也左右不了；要等到开奖，由两名见证人各自录入。',
  dice: '当场掷，人人看得见；只有同时控制骰子和服务器的人才可能影响结果。',
  witness: '最省事，没有外来的号码；服务器管理员和最后一名见证人串通才可能影响结果。',
};

/** What our own check of a draw looks at. */
export const DRAW_CHECK_WORDS: Readonly<Record<DrawCheck['what'], string>> = {
  lock: '封签摘要与封签时定下的内容一致',
  close: '见证封存摘要与全部见证一致',
  lists: '名录、人员和末项都合封签',
  seeds: '抽签的种子能重算出来',
  objects: '抽中和递补的机构能重算出来',
  teams: '检查人员的分派能重算出来',
  events: '开签后的变更能逐次重算出来',
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
      return `drand 公共信标第 ${beacon.round} 轮，${sayTime(roundTime(beacon.round))}公布`;
    case 'lottery':
      return `${beacon.game}第 ${beacon.issue} 期开奖号码`;
    case 'dice':
      return `${beacon.count} 颗 ${beacon.sides} 面骰子，由两名见证人分别录入，一致才算数`;
    default:
      return unreachable(beacon);
  }
}

/** The last ingredient that has come, and what it is called; null where there is none, or before it is there. */
export function sayBeacon(beacon: Beacon): readonly [label: string, value: string] | null {
  switch (beacon?.type) {
    case 'dice':
      return beacon.throws ? ['骰子点数', beacon.throws.join('、')] : null;
    case 'lottery':
      return beacon.numbers ? ['开奖号码', `${beacon.game}第 ${beacon.issue} 期：${beacon.numbers.join('、')}（从小到大）`] : null;
    case 'drand':
      return beacon.randomness ? ['公共信标', `drand 第 ${beacon.round} 轮：${beacon.randomness}`] : null;
    case undefined:
      return null;
    default:
      return unreachable(beacon);
  }
}

/** `前 6 个从 1 到 33，后 1 个从 1 到 16`: what a lottery publishes. */
export function sayNumberRanges(parts: LotteryPlan['numbers']): string {
  return parts
    .map(({ count, from, to }, at) => `${parts.length === 1 ? '' : at === 0 ? '前 ' : '后 '}${count} 个从 ${from} 到 ${to}`)
    .join('，');
}

/** So many different numbers, evenly over the range. */
function spread({ count, from, to }: LotteryPlan['numbers'][number]): readonly number[] {
  return Array.from({ length: count }, (_, at) => from + Math.floor(((at + 0.5) * (to - from + 1)) / count));
}

/** `03 08 13 18 23 28 07`: numbers such as the game could draw, to show the form. */
export function exampleNumbers(parts: LotteryPlan['numbers']): string {
  return parts
    .flatMap(spread)
    .map((number) => String(number).padStart(2, '0'))
    .join(' ');
}

/** `2 5 3 6`: so many throws, to show the form. */
export function exampleThrows(count: number, sides: number): string {
  return Array.from({ length: count }, (_, at) => ((at * 3 + 1) % sides) + 1).join(' ');
}

/** What became of a void draw's outcome (SSJ-1: it is published once every ingredient exists). */
export const VOID_STANDING_WORDS: Readonly<Record<VoidStanding, string>> = {
  complete: '作废以前见证已经封存，末项也有了，它本来会抽出什么照样公布，谁也不能靠作废藏起结果。没有人因为这次抽签受到检查。',
  'drand-coming': '作废以前见证已经封存；公共信标公布以后，它本来会抽出什么照样公布。',
  'lottery-coming': '作废以前见证已经封存；开奖号码由两名见证人录入以后，它本来会抽出什么照样公布。',
  'never-sealed': '作废以前见证没有封存：哪些见证算数还没有定下来，算谁不算谁结果都不同，所以这次抽签没有一个结果可以公布。',
  'dice-coming': '作废以前见证已经封存，已有见证人录入骰子点数；另一名见证人录得一样以后，它本来会抽出什么照样公布。',
  'dice-never-typed': '作废以前没有录入骰子点数，缺少末项这一份，这次抽签没有结果可以公布。',
};

/** Why a draw was voided is public, but somebody typed it. */
export function publicReason(reason: string): string {
  return personalData(reason) === null ? reason : '理由含有个人信息，不在此公开';
}

/** Who opened a draw that nobody had opened in time. */
export const CLOCK_NAME = '程序（到时自动开签）';
