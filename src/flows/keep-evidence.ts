// 收存照片: a photo or file somebody sent becomes evidence of an inspection, or waits to be told of which.
import type { AssignmentId } from '../domain/assignment.ts';
import { checkEvidence } from '../domain/evidence-rules.ts';
import type { Person } from '../domain/person.ts';
import { notFound } from '../domain/refused.ts';
import { fail, ok } from '../domain/result.ts';
import type { Evidence } from '../store/books.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';

/** A file whose bytes are kept already, under their hash. */
export type KeptFile = Pick<Evidence, 'fileName' | 'sha256' | 'bytes'>;

/** Keeps it. With an assignment, only somebody of its team may add to it, from the beginning of the visit until it is co-signed. */
export function keepEvidence(office: Office, by: Person, file: KeptFile, assignment: AssignmentId | null): Answer<Evidence> {
  const id = `E${office.fresh.hex(6)}`;
  return change(office, by, 'save-findings', async (books, at) => {
    const row = assignment === null ? null : await books.assignments.get(assignment);
    if (assignment !== null && !row) return notFound('assignment', assignment);
    const refusal = row && checkEvidence(row, by.id);
    if (refusal) return refusal;
    const kept: Evidence = { id, assignment, by: by.id, at, ...file };
    await books.evidence.add(kept);
    await books.ledger.add(
      { what: 'evidence-kept', by: by.id, about: assignment ?? id, facts: { evidence: id, sha256: file.sha256, bytes: file.bytes } },
      at,
    );
    return ok(kept);
  });
}

/** Says of which inspection a kept file is. Once said it stays. */
export function attachEvidence(office: Office, by: Person, id: string, assignment: AssignmentId): Answer<Evidence> {
  return change(office, by, 'save-findings', async (books, at) => {
    const kept = await books.evidence.get(id);
    if (!kept || kept.by !== by.id) return notFound('evidence', id);
    if (kept.assignment !== null) return fail({ kind: 'already-done' });
    const row = await books.assignments.get(assignment);
    if (!row) return notFound('assignment', assignment);
    const refusal = checkEvidence(row, by.id);
    if (refusal) return refusal;
    await books.evidence.attach(id, assignment);
    await books.ledger.add(
      { what: 'evidence-kept', by: by.id, about: assignment, facts: { evidence: id, sha256: kept.sha256, bytes: kept.bytes } },
      at,
    );
    return ok({ ...kept, assignment });
  });
}
