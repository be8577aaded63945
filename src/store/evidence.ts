// Files sent as evidence: what they belong to and the hash under which their bytes lie.
import { type EntityManager, EntitySchema } from 'typeorm';
import type { Evidence, EvidenceBook } from './books.ts';
import { instant, integer, key, orNull, text, word } from './columns.ts';
import { insert, select, update } from './rows.ts';

/** Evidence. */
export const evidence = new EntitySchema<Evidence>({
  name: 'evidence',
  columns: { id: key(word), assignment: orNull(word), by: word, at: instant, fileName: text, sha256: word, bytes: integer },
  indices: [{ name: 'ix_evidence_assignment', columns: ['assignment'] }],
});

/** The book of evidence. */
export function evidenceBook(manager: EntityManager): EvidenceBook {
  return {
    add: (row) => insert(manager, evidence, [row]),
    get: (id) => select(manager, evidence).where('row.id = :id', { id }).getOne(),
    attach: async (id, assignment) => (await update(manager, evidence, { id }, { assignment })) === 1,
    ofAssignment: (assignment) =>
      select(manager, evidence).where('row.assignment = :assignment', { assignment }).orderBy('row.at').addOrderBy('row.id').getMany(),
  };
}
