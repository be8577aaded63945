// An institution's own ticket: where it came in its stratum, and the one command that recomputes it without any of our code.
import { lot, weightFor } from './choose.ts';
import { formFaults } from './form.ts';
import type { Institution, ReadRecord } from './record.ts';
import { belongs, checkRules } from './seal.ts';

/** Where an institution stands. `place` counts from 1 among the drawn and then the reserves. */
export type Standing =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not-in-pool'; readonly why: string }
  | {
      readonly kind: 'in-pool';
      readonly stratum: string;
      readonly ticket: string;
      readonly place: number;
      readonly isDrawn: boolean;
      readonly command: string;
    };

/** The ticket of one institution of a record; `unknown` too if the record has not the form. */
export function ticketOf(record: unknown, id: string): Standing {
  if (formFaults(record).length > 0) return { kind: 'unknown' };
  const read = record as ReadRecord;
  const row = read.roster.find((one) => one.id === id);
  if (!row || checkRules(read).some(({ passed }) => !passed)) return { kind: 'unknown' };
  if (row.excluded !== null) return { kind: 'not-in-pool', why: `未列入抽取：${row.excluded}` };
  if (row.forced !== null) return { kind: 'not-in-pool', why: `定向检查，不参加随机抽取：${row.forced}` };
  const layer = read.manifest.rules.strata.find((one) => belongs(row, one));
  const result = read.objects.find(({ stratum }) => stratum === layer?.id);
  if (!layer || !result) return { kind: 'not-in-pool', why: '不属于本次抽取的任何一层' };
  const weight = weightFor(row, read.manifest.rules.weights);
  return {
    kind: 'in-pool',
    stratum: layer.id,
    ticket: lot(row, weight, read.seed),
    place: [...result.drawn, ...result.reserve].indexOf(id) + 1,
    isDrawn: result.drawn.includes(id),
    command: commandFor(read.seed, id, weight),
  };
}

/** The institutions meant by what somebody typed: the one with this code, else the one of this name, else all whose name holds it. */
export function institutionsLike(record: unknown, typed: string): readonly Institution[] {
  if (formFaults(record).length > 0) return [];
  const { roster } = record as ReadRecord;
  const exact = [roster.filter(({ id }) => id.toLowerCase() === typed.toLowerCase()), roster.filter(({ name }) => name === typed)];
  return exact.find((rows) => rows.length > 0) ?? roster.filter(({ name }) => name.includes(typed));
}

/** Runs in any shell with coreutils; with a weight the least of the lines is the ticket. */
function commandFor(seed: string, id: string, weight: number): string {
  if (weight === 1) return `printf %s '${seed}:object:${id}#1' | sha256sum`;
  return `for j in $(seq ${weight}); do printf %s "${seed}:object:${id}#$j" | sha256sum; done | sort | head -n 1`;
}
