// What goes wrong on purpose: each fault happens as often as it was asked for, then no more.
import type { FaultKind, FaultView } from './shapes.ts';

/** The faults still to come. */
export interface Faults {
  /** Asks for a fault to happen `count` more times; 0 calls it off. */
  ask(kind: FaultKind, count: number): void;
  /** True, and one fewer left, if this fault is due. */
  strikes(kind: FaultKind): boolean;
  view(): readonly FaultView[];
}

/** Every fault by its Chinese name. */
const FAULT_NAMES: Readonly<Record<FaultKind, string>> = {
  duplicates: '事件重复推送',
  delays: '迟缓',
  '429': '频率限制（429）',
  'dropped-connection': '长连接断开',
  'lost-answer': '答复丢失（事已办成）',
  'half-open': '长连接假死',
};

/** True for a kind of fault. */
export const isFaultKind = (text: string): text is FaultKind => Object.hasOwn(FAULT_NAMES, text);

/** No fault is due. */
export function startFaults(): Faults {
  const left = new Map<FaultKind, number>();
  return {
    ask: (kind, count) => void left.set(kind, count),
    strikes(kind) {
      const count = left.get(kind) ?? 0;
      if (count > 0) left.set(kind, count - 1);
      return count > 0;
    },
    view: () => (Object.keys(FAULT_NAMES) as FaultKind[]).map((kind) => ({ kind, name: FAULT_NAMES[kind], count: left.get(kind) ?? 0 })),
  };
}
