// An office without an administrator could never get one again from the chat, so that no change may take the last.
import type { Person } from './person.ts';
import { isHere } from './refused.ts';
import type { RosterChange } from './roster.ts';

/** True if somebody can administer now, and nobody could after these changes. */
export function losesLastAdmin(people: readonly Person[], changes: readonly RosterChange<Person>[]): boolean {
  const after = new Map(people.map((person) => [person.id, person]));
  for (const change of changes) after.set(change.id, change.after);
  return people.some(canAdminister) && ![...after.values()].some(canAdminister);
}

function canAdminister(person: Person): boolean {
  return isHere(person) && person.roles.includes('admin') && (person.feishu !== null || person.dingtalk !== null);
}
