// The migrations in their order.
import { Ceremony1795100300000 } from './ceremony.ts';
import { Changes1795100000000 } from './changes.ts';
import { Checkpoints1795600000000 } from './checkpoints.ts';
import { Ground1795000000000 } from './ground.ts';
import { Measures1795700000000 } from './measures.ts';
import { WitnessTime1795800000000 } from './witness-time.ts';

/** All migrations there are. */
export const migrations = [
  Ground1795000000000,
  Changes1795100000000,
  Ceremony1795100300000,
  Checkpoints1795600000000,
  Measures1795700000000,
  WitnessTime1795800000000,
] as const;
