// What the independent verifier finds wrong with a record: nothing, for a record that the product wrote.
import { verify } from '../../src/verify/verify.ts';

/** The checks that fail, as their names and what was found; the record goes through JSON, as it does to whoever verifies it. */
export function failedChecks(record: unknown): readonly unknown[] {
  return verify(JSON.parse(JSON.stringify(record))).checks.filter(({ passed }) => !passed);
}
