// Frequency limits: how many calls within a sliding window, by key. Real time: moving the stand-in's clock wins nobody a call.

/** Counts calls. */
export interface Limits {
  /** 0 if the call is allowed (and counted), else the ms until the next one would be. */
  take(key: string, most: number, windowMs: number): number;
}

/** Nothing has been counted yet. */
export function startLimits(now: () => number = () => performance.now()): Limits {
  const calls = new Map<string, number[]>();
  return {
    take(key, most, windowMs) {
      const at = now();
      const recent = (calls.get(key) ?? []).filter((one) => one > at - windowMs);
      const oldest = recent[recent.length - most];
      if (oldest === undefined) recent.push(at);
      calls.set(key, recent);
      return oldest === undefined ? 0 : Math.max(1, oldest + windowMs - at);
    },
  };
}
