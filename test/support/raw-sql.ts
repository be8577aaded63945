// What somebody with the database's own password can do: raw SQL past every book, with the triggers or with them torn out.
import { openEngine } from '../../src/store/open.ts';
import { dropTriggers } from '../../src/store/triggers.ts';

/** Runs a statement as the product's own database user; answers `done`, or what the database said. */
export async function rawSql(url: string, sql: string): Promise<string> {
  const { source, close } = await openEngine(url);
  try {
    await source.query(sql);
    return 'done';
  } catch (error) {
    return (error as Error).message;
  } finally {
    await close();
  }
}

/** The same by somebody who first takes every trigger away. They stay away until the product starts again. */
export async function rawSqlUnguarded(url: string, sql: string): Promise<void> {
  const { source, close } = await openEngine(url);
  try {
    await dropTriggers(source.createQueryRunner());
    await source.query(sql);
  } finally {
    await close();
  }
}
