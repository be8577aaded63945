// Work on the lists: certificates and licences that run out, rows that are out of date (Art. 7, 9).
import { plusDays } from './day.ts';
import { statusLacking } from './outdated-row.ts';
import { hasWaited, type Work, type WorkFacts, withRole } from './work-facts.ts';

/** Certificates of inspectors, to themselves and the operators; licences, and rows that a 递补 has shown to be out of date, to the operators. */
export function listWork(facts: WorkFacts): readonly Work[] {
  const horizon = plusDays(facts.today, facts.rules.certificateWarningDays);
  const operators = withRole(facts, 'operator');
  const certificates = facts.people.flatMap((person): readonly Work[] => {
    const until = person.certificateUntil;
    if (until === null || until > horizon || person.status !== 'active' || !person.roles.includes('inspector')) return [];
    return [
      { kind: 'certificate-expiring', about: person.id, title: person.name, due: until, for: [person.id, ...operators], isDue: true },
    ];
  });
  const licences = facts.institutions.flatMap((one): readonly Work[] => {
    const isWorking = one.status === 'normal' || one.status === 'abnormal' || one.status === 'blacklisted';
    if (one.licenceUntil === null || one.licenceUntil > horizon || !isWorking) return [];
    return [{ kind: 'licence-expiring', about: one.id, title: one.name, due: one.licenceUntil, for: operators, isDue: true }];
  });
  const outdated = facts.changes.flatMap((request): readonly Work[] => {
    const row = facts.institutions.find(({ id }) => id === request.institution);
    if (!row || statusLacking(request, row) === null) return [];
    return [
      { kind: 'list-outdated', about: row.id, title: row.name, due: null, for: operators, isDue: hasWaited(facts, request.decision?.at) },
    ];
  });
  return [...certificates, ...licences, ...outdated];
}
