// The shape of what a measurement says: one JSON object a line.

/** One figure. `baseline` is what it is compared with, in the same unit; `ratio` = value / baseline; `n` how often it was measured. */
export interface Line {
  readonly name: string;
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number | null;
  readonly ratio: number | null;
  readonly n: number;
}

/** Takes a figure. */
export type Say = (metric: string, value: number, unit: string, n: number, baseline?: number) => void;

/** A measurement. */
export type Measure = (say: Say) => Promise<void>;

/** Makes the `say` of one measurement, which writes lines to `write`. */
export function sayer(name: string, write: (line: string) => void): Say {
  return (metric, value, unit, n, baseline) => {
    const line: Line = {
      name,
      metric,
      value: rounded(value),
      unit,
      baseline: baseline === undefined ? null : rounded(baseline),
      ratio: baseline ? rounded(value / baseline) : null,
      n,
    };
    write(`${JSON.stringify(line)}\n`);
  };
}

/** The value that a share of all values does not exceed; NaN for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

function rounded(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
