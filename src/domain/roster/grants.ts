// Which changes of people only an administrator may make: roles that decide or see, chat accounts, and what leads to an account.
import type { Person, Role } from '../person.ts';
import type { RosterChange } from '../roster.ts';

/** Whoever keeps the list may add inspectors; any other role would let him approve his own requests under another name. */
const FREE_ROLE: Role = 'inspector';

/** Names of the people whose roles or accounts these changes touch beyond that. */
export function privileged(changes: readonly RosterChange<Person>[]): readonly string[] {
  return changes.filter(touchesPower).map((change) => change.after.name);
}

function touchesPower({ before, after }: RosterChange<Person>): boolean {
  if (powers(before) !== powers(after) || accounts(before) !== accounts(after)) return true;
  return powers(after) !== '' && identity(before) !== identity(after);
}

function powers(person: Person | null): string {
  const roles = person?.roles.filter((role) => role !== FREE_ROLE) ?? [];
  return roles.sort().join(' ');
}

/** The directory binds whatever account has the mobile number of somebody who is here: for people with power both are keys. */
function identity(person: Person | null): string {
  return `${person?.mobile ?? ''} ${person?.status ?? ''}`;
}

function accounts(person: Person | null): string {
  return `${person?.feishu ?? ''} ${person?.dingtalk ?? ''}`;
}
