// The migrations in their order.
import { Ground1795000000000 } from './ground.ts';

/** All migrations there are. */
export const migrations = [Ground1795000000000] as const;
