// Which changes of people only an administrator may make: roles that decide or see, and chat accounts.
import type { Person, Role } from '../person.ts';
import type { RosterChange } from '../roster.ts';

/** Whoever keeps the list may add inspectors; any other role would let him approve his own requests under another name. */
const FREE_ROLE: Role = 'inspector';

/** Names of the people whose roles or accounts these changes touch beyond that. */
export function privileged(changes: readonly RosterChange<Person>[]): readonly string[] {
  return changes.filter(touchesPower).map((change) => change.after.name);
}

function touchesPower({ before, after }: RosterChange<Person>): boolean {
  return powers(before) !== powers(after) || accounts(before) !== accounts(after);
}

function powers(person: Person | null): string {
  const roles = person?.roles.filter((role) => role !== FREE_ROLE) ?? [];
  return roles.sort().join(' ');
}

function accounts(person: Person | null): string {
  return `${person?.feishu ?? ''} ${person?.dingtalk ?? ''}`;
}
