// What is being computed beside the event loop, and the forecasts that are done: kept in memory, for a lost one is made anew by a press.
import type { Forecast, ForecastInput } from '../domain/forecast.ts';
import type { Digest } from '../domain/record.ts';
import { digest } from '../domain/ssj/canonical.ts';
import type { TaskId } from '../domain/task.ts';
import { forecastAside } from '../flows/draw-aside.ts';
import { type Log, traced } from '../log.ts';

/** A forecast as it is known now. `digest`: of what it was, or is being, computed from. */
export type KnownForecast =
  | { readonly kind: 'computing'; readonly digest: Digest }
  | { readonly kind: 'done'; readonly digest: Digest; readonly forecast: Forecast; readonly at: Date };

/** The register of long work in this process. */
export interface Computing {
  forecastOf(task: TaskId): KnownForecast | null;
  /** The tasks of which a forecast is known: their cards change when the lists do. */
  forecastTasks(): readonly TaskId[];
  /** Makes the forecast of a task unless it is there or under way; resolves when it is there. Rejects when the process stops. */
  makeForecast(task: TaskId, input: ForecastInput): Promise<void>;
  isSettling(draw: string): boolean;
  /** Marks a draw as being computed until the work has ended; null if it is already. */
  settling<T>(draw: string, work: () => Promise<T>): (() => Promise<T>) | null;
  /** Runs what follows an answer, without anybody waiting for it; and `sorry` if it throws, unless the process is stopping. */
  later(work: () => Promise<void>, sorry: () => Promise<void>): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  /** Ends what is under way: its threads are stopped, nothing of it is kept. */
  stop(): Promise<void>;
}

/** So many forecasts are kept; the oldest go first. */
const KEPT = 50;

/** Opens the register. */
export function openComputing({ log, now }: { readonly log: Log; readonly now: () => Date }): Computing {
  const stopping = new AbortController();
  const forecasts = new Map<TaskId, KnownForecast>();
  const making = new Map<Digest, Promise<void>>();
  const draws = new Set<string>();
  const after = new Set<Promise<void>>();

  const make = async (task: TaskId, of: Digest, input: ForecastInput): Promise<void> => {
    forecasts.delete(task);
    forecasts.set(task, { kind: 'computing', digest: of });
    for (const old of [...forecasts.keys()].slice(0, -KEPT)) forecasts.delete(old);
    const isWanted = (): boolean => forecasts.get(task)?.digest === of;
    try {
      const forecast = await forecastAside(input, stopping.signal);
      if (isWanted()) forecasts.set(task, { kind: 'done', digest: of, forecast, at: now() });
    } catch (error) {
      if (isWanted()) forecasts.delete(task);
      throw error;
    } finally {
      making.delete(of);
    }
  };

  const complain = (error: unknown): void => {
    if (!stopping.signal.aborted) log.error('event-failed', { ...traced(error) });
  };

  return {
    forecastOf: (task) => forecasts.get(task) ?? null,
    forecastTasks: () => [...forecasts.keys()],
    makeForecast(task, input) {
      const of = forecastDigest(input);
      const known = forecasts.get(task);
      if (known?.kind === 'done' && known.digest === of) return Promise.resolve();
      const work = known?.digest === of ? making.get(of) : undefined;
      if (work) return work;
      const mine = make(task, of, input);
      making.set(of, mine);
      return mine;
    },
    isSettling: (draw) => draws.has(draw),
    settling(draw, work) {
      if (draws.has(draw)) return null;
      draws.add(draw);
      return () => work().finally(() => draws.delete(draw));
    },
    later(work, sorry) {
      const mine = work()
        .catch(async (error: unknown) => {
          complain(error);
          if (!stopping.signal.aborted) await sorry();
        })
        .catch(complain)
        .finally(() => after.delete(mine));
      after.add(mine);
    },
    async idle() {
      while (after.size > 0) await Promise.all(after);
    },
    async stop() {
      stopping.abort();
      await Promise.all(after);
    },
  };
}

/** The digest of what a forecast depends on: with another one a kept forecast is out of date. Rows come in a fixed order, so plain JSON will do, and is quick. */
export function forecastDigest({ roster, inspectors, rules, recusals, seeds }: ForecastInput): Digest {
  return digest(JSON.stringify([roster, inspectors, rules, recusals, seeds]));
}
