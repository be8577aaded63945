// What an import would change, before anything is changed.

import type { PendingImport, RosterChange, RosterKind, RosterRows } from '../../domain/roster.ts';
import { sayTime } from '../../words/days.ts';
import { COLUMN_WORDS, LIST_WORDS } from '../../words/lists.ts';
import { saySheetTrouble } from '../../words/sheet-problems.ts';
import { act } from '../acts.ts';
import { asked, button, buttons, facts, faint, strong, text, warning } from '../blocks.ts';
import type { Block, Card } from '../card.ts';
import { sayChange } from '../diff.ts';
import type { May, Names } from '../facts.ts';
import { importState } from '../tones.ts';
import { say } from '../words.ts';

/** What the `import-preview` card is made of. */
export interface ImportPreviewFacts {
  readonly pending: PendingImport;
  /** The first changes, at most 50; the card says how many there are in all. */
  readonly changes: readonly RosterChange<RosterRows[RosterKind]>[];
  readonly names: Names;
  readonly may: May;
}

/** The `import-preview` card. */
export function importPreviewFace(shown: ImportPreviewFacts): Card {
  const { pending, may } = shown;
  const { kind, added, changed, problems } = pending;
  const { name } = LIST_WORDS[kind];
  const isClean = problems.length === 0;
  const changes = added + changed;
  return {
    title: say('import-preview.title', { name }),
    state: isClean ? importState(pending.state) : { word: '有问题', tone: 'late' },
    preview: say('import-preview.preview', { name, added, changed, problems: problems.length }),
    blocks: [
      isClean
        ? text(say(changes === 0 ? 'import-preview.same' : 'import-preview.ask'))
        : warning(say('import-preview.problems', { count: problems.length })),
      facts(
        ['文件', pending.fileName],
        ['收到', sayTime(pending.at)],
        ['新增', `${added} 行`],
        ['变更', `${changed} 行`],
        ['不变', `${pending.unchanged} 行`],
        ['问题', isClean ? '没有' : `${problems.length} 处`, isClean ? 'done' : 'late'],
      ),
      ...(isClean ? changeBlocks(shown) : [problemTable(shown)]),
      ...buttons(
        may,
        ...(isClean && changes > 0
          ? [
              asked('导入', act('confirm-import', pending.id, pending.version), {
                title: say('import-preview.confirm-title', { changes }),
                text: say('import-preview.confirm', { name, added, changed }),
              }),
            ]
          : []),
        button('放弃', act('cancel-import', pending.id, pending.version)),
      ),
    ],
  };
}

function problemTable({ pending }: ImportPreviewFacts): Block {
  return {
    kind: 'table',
    columns: [
      { name: 'row', label: '行' },
      { name: 'column', label: '列' },
      { name: 'trouble', label: '问题' },
    ],
    rows: pending.problems.map((problem) => ({
      row: problem.row === null ? '—' : String(problem.row),
      column: problem.column ?? '—',
      trouble: saySheetTrouble(problem),
    })),
  };
}

function changeBlocks({ pending, changes, names }: ImportPreviewFacts): readonly Block[] {
  if (changes.length === 0) return [];
  const all = pending.added + pending.changed;
  return [
    strong(say('import-preview.changes')),
    {
      kind: 'table',
      columns: [
        { name: 'id', label: COLUMN_WORDS[pending.kind].id },
        { name: 'what', label: '名称' },
        { name: 'change', label: '会改什么' },
      ],
      rows: changes.map((change) => ({ id: change.id, ...sayChange(pending.kind, change, names) })),
    },
    ...(all > changes.length ? [faint(say('import-preview.more', { shown: changes.length, all }))] : []),
  ];
}
