// Files that are asked for: a list as it is now, and an empty one with explanations.

import { say } from '../../cards/words.ts';
import { dayOf } from '../../domain/day.ts';
import type { RosterKind } from '../../domain/roster.ts';
import { writeSheetAside } from '../../papers/sheets/aside.ts';
import { type AnyRows, SHEET_NAMES, writeTemplate } from '../../papers/sheets/write-sheet.ts';
import type { Outgoing } from '../door.ts';
import type { Look } from './context.ts';

export async function exportFile(look: Look): Promise<Outgoing> {
  const kind = look.about as RosterKind;
  const list = { kind, rows: await look.books[kind].all() } as AnyRows;
  const day = dayOf(look.office.now()).replaceAll('-', '');
  return {
    kind: 'file',
    fileName: `${SHEET_NAMES[kind]}-${day}.xlsx`,
    bytes: await writeSheetAside(list, look.office.rules.categories),
  };
}

export async function templateFile(look: Look): Promise<Outgoing> {
  const kind = look.about as RosterKind;
  return {
    kind: 'file',
    fileName: `${say('text.template-name', { name: SHEET_NAMES[kind] })}.xlsx`,
    bytes: await writeTemplate(kind, look.office.rules.categories),
  };
}
