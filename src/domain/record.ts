// The record of a draw, as SSJ-1 writes it (draw-protocol, "The record"): public, repeatable, the thing that is verified.

/** Hex SHA-256, 64 lowercase characters. */
export type Digest = string;

export interface Stratum {
  readonly id: string;
  readonly category: string;
  readonly risk?: string;
  readonly num: number;
  readonly den: number;
  readonly min: number;
  readonly base: 'pool' | 'all';
}

export interface Rules {
  readonly document: string;
  readonly strata: readonly Stratum[];
  readonly weights: Readonly<Record<string, number>>;
  readonly team: { readonly size: number; readonly lead: boolean };
}

export type Beacon =
  | null
  | { readonly type: 'drand'; readonly chain: string; readonly round: number; readonly randomness?: string; readonly signature?: string }
  | { readonly type: 'lottery'; readonly game: string; readonly issue: string; readonly numbers?: readonly number[] }
  | { readonly type: 'dice'; readonly count: number; readonly sides: number; readonly throws?: readonly number[] };

export interface Entropy {
  readonly mode: 'drand' | 'lottery' | 'dice' | 'witness';
  readonly contributors: readonly { readonly by: string }[];
  readonly serverCommit: Digest;
  readonly beacon: Beacon;
}

export interface Rooted {
  readonly n: number;
  readonly root: Digest;
}

export interface Manifest {
  readonly v: 'SSJ-1';
  readonly draw: string;
  readonly lockedAt: string;
  readonly roster: Rooted;
  readonly inspectors: Rooted;
  readonly recusals: Rooted;
  readonly rules: Rules;
  readonly entropy: Entropy;
  readonly eventChain: { readonly link: Digest; readonly length: number };
  readonly prev: Digest;
}

export interface RosterRow {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly risk: string | null;
  readonly excluded: string | null;
  readonly forced: string | null;
}

export interface InspectorRow {
  readonly id: string;
  readonly lead: boolean;
  readonly categories: readonly string[];
  readonly cap: number;
  readonly load: number;
  readonly excluded: string | null;
}

export interface Recusal {
  readonly object: string;
  readonly inspector: string;
}

export interface Contribution {
  readonly by: string;
  readonly value: string;
}

export interface StratumResult {
  readonly stratum: string;
  readonly forced: readonly string[];
  readonly drawn: readonly string[];
  readonly reserve: readonly string[];
}

export interface Team {
  readonly object: string;
  readonly team: readonly (string | null)[];
}

export interface Unfilled {
  readonly object: string;
  readonly slot: number;
}

export interface Place {
  readonly object: string;
  readonly inspector: string;
}

export type Change =
  | { readonly kind: 'replace'; readonly out: string; readonly places: readonly string[]; readonly withdraw: boolean }
  | { readonly kind: 'swap'; readonly a: Place; readonly b: Place; readonly recused: 'a' | 'b' | 'both' }
  | { readonly kind: 'substitute'; readonly object: string }
  | { readonly kind: 'fill'; readonly places: readonly { readonly object: string; readonly slot: number }[] };

export type EventResult =
  | true
  | readonly { readonly object: string; readonly in: string | null }[]
  | { readonly object: string | null; readonly changes: readonly { readonly out: string; readonly in: string | null }[] };

export interface DrawEvent {
  readonly n: number;
  readonly request: {
    readonly change: Change;
    readonly ground: string;
    readonly decidedBy: string;
    readonly words: string;
    readonly at: string;
  };
  readonly link: Digest;
  readonly seed: Digest;
  readonly result: EventResult;
}

/** A whole draw, from lock to last event. */
export interface DrawRecord {
  readonly v: 'SSJ-1';
  readonly manifest: Manifest;
  readonly manifestHash: Digest;
  readonly roster: readonly RosterRow[];
  readonly inspectors: readonly InspectorRow[];
  readonly recusals: readonly Recusal[];
  readonly contributions: readonly Contribution[];
  readonly beacon: Beacon;
  readonly beaconTypedBy?: readonly string[];
  readonly seed: Digest;
  readonly objects: readonly StratumResult[];
  readonly inspectorSeed: Digest;
  readonly teams: readonly Team[];
  readonly unfilled: readonly Unfilled[];
  readonly events: readonly DrawEvent[];
  readonly finalTeams: readonly Team[];
}
