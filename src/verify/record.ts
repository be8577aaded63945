// A record as the verifier reads it, once its form has been found sound. Written from the protocol, shared with nothing.

/** One stratum of the rules. */
export interface Layer {
  readonly id: string;
  readonly category: string;
  readonly risk?: string;
  readonly num: number;
  readonly den: number;
  readonly min: number;
  readonly base: 'pool' | 'all';
}

/** One institution. */
export interface Institution {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly risk: string | null;
  readonly excluded: string | null;
  readonly forced: string | null;
}

/** One inspector. */
export interface Person {
  readonly id: string;
  readonly lead: boolean;
  readonly categories: readonly string[];
  readonly cap: number;
  readonly load: number;
  readonly excluded: string | null;
}

/** An institution and who inspects it, slot by slot. */
export interface Crew {
  readonly object: string;
  readonly team: readonly (string | null)[];
}

/** One place of one institution's team. */
export interface Spot {
  readonly object: string;
  readonly slot: number;
}

interface Someone {
  readonly object: string;
  readonly inspector: string;
}

/** What may be changed after the draw. */
export type Alteration =
  | { readonly kind: 'replace'; readonly out: string; readonly places: readonly string[]; readonly withdraw: boolean }
  | { readonly kind: 'swap'; readonly a: Someone; readonly b: Someone; readonly recused: 'a' | 'b' | 'both' }
  | { readonly kind: 'substitute'; readonly object: string }
  | { readonly kind: 'fill'; readonly places: readonly Spot[] };

interface List {
  readonly n: number;
  readonly root: string;
}

/** The last ingredient, with the keys of its type. */
export type LastIngredient = null | {
  readonly type: 'drand' | 'lottery' | 'dice';
  readonly [key: string]: string | number | readonly number[];
};

/** A whole record. */
export interface ReadRecord {
  readonly v: string;
  readonly manifest: {
    readonly v: string;
    readonly draw: string;
    readonly lockedAt: string;
    readonly roster: List;
    readonly inspectors: List;
    readonly recusals: List;
    readonly rules: {
      readonly document: string;
      readonly strata: readonly Layer[];
      readonly weights: Readonly<Record<string, number>>;
      readonly team: { readonly size: number; readonly lead: boolean };
    };
    readonly entropy: {
      readonly mode: 'drand' | 'lottery' | 'dice' | 'witness';
      readonly contributors: readonly { readonly by: string }[];
      readonly serverCommit: string;
      readonly beacon: LastIngredient;
    };
    readonly eventChain: { readonly link: string; readonly length: number };
    readonly prev: string;
  };
  readonly manifestHash: string;
  readonly roster: readonly Institution[];
  readonly inspectors: readonly Person[];
  readonly recusals: readonly Someone[];
  readonly contributions: readonly { readonly by: string; readonly value: string }[];
  readonly beacon: LastIngredient;
  readonly beaconTypedBy?: readonly string[];
  readonly seed: string;
  readonly objects: readonly {
    readonly stratum: string;
    readonly forced: readonly string[];
    readonly drawn: readonly string[];
    readonly reserve: readonly string[];
  }[];
  readonly inspectorSeed: string;
  readonly teams: readonly Crew[];
  readonly unfilled: readonly Spot[];
  readonly events: readonly {
    readonly n: number;
    readonly request: { readonly change: Alteration };
    readonly link: string;
    readonly seed: string;
    readonly result: unknown;
  }[];
  readonly finalTeams: readonly Crew[];
}
