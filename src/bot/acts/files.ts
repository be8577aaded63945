// A file somebody sent: a sheet is a list to be imported, anything else from an inspector is evidence.
import type { AssignmentId } from '../../domain/assignment.ts';
import { checkEvidence } from '../../domain/evidence-rules.ts';
import { may, rolesFor } from '../../domain/may.ts';
import type { Notice } from '../../domain/notice.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { attachEvidence, keepEvidence } from '../../flows/keep-evidence.ts';
import { previewImport } from '../../flows/preview-import.ts';
import { readListAside } from '../../papers/sheets/aside.ts';
import { LARGEST_FILE } from '../../papers/sheets/read-sheet.ts';
import { saySheetProblem } from '../../words/sheet-problems.ts';
import type { Door } from '../door.ts';
import type { EvidenceFolder } from '../evidence-folder.ts';
import type { Incoming } from '../incoming.ts';
import type { Answer, Turn } from '../turn.ts';
import { type ActHandler, refuse } from './pressed.ts';

type FileIncoming = Extract<Incoming, { kind: 'file' }>;

/** What taking a file needs. */
export interface FileTools {
  readonly door: Door;
  readonly keep: EvidenceFolder;
}

const SHEET_NAME = /\.(xlsx|xls|csv|et|txt)$/i;
/** Faces whose subject is an inspection. */
const CARDS_OF_A_VISIT: ReadonlySet<Notice['face']> = new Set(['assignment', 'findings', 'cosign', 'review']);
const MEGABYTE = 1024 * 1024;

/** Takes a file: previews a list for those who keep lists, keeps evidence for those who inspect. */
export async function takeFile(turn: Turn, incoming: FileIncoming, { door, keep }: FileTools): Promise<Answer> {
  const isSheet = !incoming.isImage && SHEET_NAME.test(incoming.fileName);
  const keepsLists = may(turn.by, 'keep-lists') || may(turn.by, 'import-people');
  if (isSheet && keepsLists) return preview(turn, incoming, door);
  const assignment = await belongsTo(turn, incoming);
  // Asked before anything is downloaded: the bytes of whoever may not send them never lie on our disk.
  const refusal = await unwanted(turn, assignment);
  if (refusal) return refuse(refusal);
  const bytes = await door.download(incoming.message, incoming.file, incoming.isImage, LARGEST_FILE);
  if (!bytes) return refuse({ kind: 'file-not-had', megabytes: LARGEST_FILE / MEGABYTE });
  const file = { fileName: incoming.fileName.slice(0, 200), sha256: await keep(bytes), bytes: bytes.byteLength };
  return turn.through((office) => keepEvidence(office, turn.by, file, assignment), photoKept);
}

/** Why this file would not be kept, by the right of whoever sent it and the state of the inspection. The flow asks again. */
async function unwanted({ office, by }: Turn, assignment: AssignmentId | null): Promise<Refusal | null> {
  if (!may(by, 'save-findings')) return { kind: 'not-allowed', verb: 'save-findings', needs: rolesFor('save-findings') };
  const row = assignment === null ? null : await office.store.read((books) => books.assignments.get(assignment));
  return (row && checkEvidence(row, by.id)?.problem) ?? null;
}

/** The card of the inspection counts its photos; the open form is left alone. */
function photoKept(kept: { readonly id: string; readonly assignment: AssignmentId | null }): Answer {
  const touches = kept.assignment === null ? [] : [{ face: 'assignment', about: kept.assignment } as const];
  return { notice: { face: 'photo-kept', about: kept.id }, touches };
}

async function preview(turn: Turn, incoming: FileIncoming, door: Door): Promise<Answer> {
  const bytes = await door.download(incoming.message, incoming.file, false, LARGEST_FILE);
  if (!bytes) return refuse({ kind: 'file-not-had', megabytes: LARGEST_FILE / MEGABYTE });
  const list = await readListAside(bytes, incoming.fileName, turn.office.rules.categories);
  if (!list.ok)
    return {
      notice: { face: 'notice-text', about: '', extra: { key: 'sheet-refused', text: list.problem.map(saySheetProblem).join('\n') } },
    };
  return turn.through(
    (office) => previewImport(office, turn.by, list.value, incoming.fileName.slice(0, 200)),
    ({ id }) => ({ notice: { face: 'import-preview', about: id } }),
  );
}

/** A reply to a card of an inspection, or to a reply to it, belongs to it; with one visit going on, it is that one; otherwise it is asked. */
async function belongsTo({ office, by }: Turn, { parent, root }: FileIncoming): Promise<AssignmentId | null> {
  return office.store.read(async (books) => {
    for (const message of [parent, root]) {
      const card = message ? await books.outbox.byMessage(message) : null;
      if (card && CARDS_OF_A_VISIT.has(card.notice.face)) return card.notice.about;
    }
    const visiting = (await books.assignments.ofPerson(by.id)).filter(({ state }) => state === 'visiting');
    return visiting.length === 1 ? (visiting[0]?.id ?? null) : null;
  });
}

export const attachPhoto: ActHandler = (turn) =>
  turn.through(
    (office) => attachEvidence(office, turn.by, turn.asked.about, String(turn.asked.extra?.['assignment'] ?? turn.asked.words)),
    photoKept,
  );
