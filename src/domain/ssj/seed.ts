// The seeds: everything random in a draw is a digest of one of these and an id (SSJ-1, SEED and "Events").
import type { Beacon, Change, Contribution, Digest, Manifest } from '../record.ts';
import { digestOf } from './canonical.ts';

/** What both seeds of a draw are made of. */
export interface Ingredients {
  readonly manifest: Manifest;
  readonly manifestHash: Digest;
  readonly contributions: readonly Contribution[];
  readonly beacon: Beacon;
}

/** The seed of the objects' tickets. */
export function objectSeed({ manifest, manifestHash, contributions, beacon }: Ingredients): Digest {
  return digestOf({ v: manifest.v, draw: manifest.draw, stage: 'objects', manifest: manifestHash, contributions, beacon });
}

/** The seed of the inspectors' tickets; `objects`: ids of the drawn in draw order. */
export function inspectorSeed({ manifest, manifestHash, contributions, beacon }: Ingredients, objects: readonly string[]): Digest {
  return digestOf({ v: manifest.v, draw: manifest.draw, stage: 'inspectors', manifest: manifestHash, objects, contributions, beacon });
}

/** The seed of event `n`: only the structure of the change enters, so neither words nor clock can be used to try for another outcome. */
export function eventSeed(manifest: Manifest, n: number, change: Change, link: Digest): Digest {
  return digestOf({ v: manifest.v, draw: manifest.draw, stage: 'event', n, change: digestOf(change), link });
}
