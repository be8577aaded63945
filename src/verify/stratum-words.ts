// What a stratum's code stands for: a record has no names of categories, but it has the names of the institutions in them.
import type { ReadRecord } from './record.ts';
import { belongs } from './seal.ts';

/** `代码 lawfirm 这一类，名单里有“示例一所”等 4 家`; the sentence is open at its end. */
export function stratumWords({ manifest, roster }: Pick<ReadRecord, 'manifest' | 'roster'>, stratum: string): string {
  const layer = manifest.rules.strata.find(({ id }) => id === stratum);
  const rows = layer ? roster.filter((row) => belongs(row, layer)) : [];
  const [first] = rows;
  if (!first) return `代码 ${stratum} 这一类，名单里一家也没有`;
  return `代码 ${stratum} 这一类，名单里有“${first.name}”${rows.length === 1 ? '一家' : `等 ${rows.length} 家`}`;
}
