// Acts on the lists: look, export, template, and a file that is sent to be imported.
import { ROSTER_KINDS, type RosterKind } from '../../domain/roster.ts';
import { cancelImport } from '../../flows/cancel-import.ts';
import { confirmImport } from '../../flows/confirm-import.ts';
import { forecastCards } from './forecasts.ts';
import { type ActHandler, type ActTurn, needs, pageIn, refuse } from './pressed.ts';
import { plain } from './words.ts';

export const showLists: ActHandler = async (turn) => needs(turn, 'see-lists') ?? { notice: { face: 'lists', about: '' } };

export const showList: ActHandler = async (turn) => {
  const kind = kindIn(turn);
  if (!kind) return refuse({ kind: 'unknown-option', name: 'kind' });
  const search = turn.asked.words !== '' ? turn.asked.words : String(turn.asked.extra?.['search'] ?? '');
  const exact = await exactId(turn, kind, search);
  if (exact !== null) return needs(turn, 'see-lists') ?? { notice: { face: 'list-row', about: exact, extra: { kind } } };
  return (
    needs(turn, 'see-lists') ?? { notice: { face: 'list-page', about: kind, extra: { search: search.slice(0, 50), page: pageIn(turn) } } }
  );
};

/** The id that was asked for, if it is one; the brackets of a document's number are typed at either width. */
async function exactId({ office }: ActTurn, kind: RosterKind, search: string): Promise<string | null> {
  if (search === '') return null;
  return office.store.read(async (books) => {
    if (await books[kind].get(search)) return search;
    if (kind !== 'documents') return null;
    return (await books.documents.all()).find(({ id }) => plain(id) === plain(search))?.id ?? null;
  });
}

export const exportList: ActHandler = (turn) => fileOf(turn, 'export-file');

export const templateList: ActHandler = (turn) => fileOf(turn, 'template-file');

/** The file comes as a message of its own; the card that was pressed stays. */
async function fileOf(turn: ActTurn, face: 'export-file' | 'template-file'): ReturnType<ActHandler> {
  const kind = kindIn(turn);
  if (!kind) return refuse({ kind: 'unknown-option', name: 'kind' });
  const to = { kind: 'person', person: turn.by.id } as const;
  return needs(turn, 'see-lists') ?? { notice: null, toast: 'file-coming', sends: [{ to, notice: { face, about: kind } }] };
}

function kindIn({ asked }: ActTurn): RosterKind | null {
  return ROSTER_KINDS.find((kind) => kind === asked.about) ?? null;
}

export const confirm: ActHandler = async (turn) =>
  turn.through(
    (office) => confirmImport(office, turn.by, turn.asked.about),
    ({ kind, import: { id, kind: list } }) =>
      kind === 'confirmed'
        ? {
            notice: { face: 'import-done', about: id },
            toast: 'imported',
            touches: forecastCards(turn.computing),
            ...(list === 'people' ? { after: 'bind-by-mobile' as const } : {}),
          }
        : { notice: { face: 'import-preview', about: id }, toast: 'import-moved-on' },
  );

export const cancel: ActHandler = (turn) =>
  turn.through(
    (office) => cancelImport(office, turn.by, turn.asked.about),
    (pending) => ({ notice: { face: 'import-done', about: pending.id }, toast: 'import-cancelled' }),
  );
