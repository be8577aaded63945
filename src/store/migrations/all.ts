// The migrations in their order.
import { Changes1795100000000 } from './changes.ts';
import { Checkpoints1795600000000 } from './checkpoints.ts';
import { Ground1795000000000 } from './ground.ts';

/** All migrations there are. */
export const migrations = [Ground1795000000000, Changes1795100000000, Checkpoints1795600000000] as const;
