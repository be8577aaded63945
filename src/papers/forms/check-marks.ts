// Whether the marks in a piece of a template know each other: each known, in its place, closed, with the attributes it needs.
import type { FormMistake } from './form-problem.ts';
import { MARKS, type Piece, piecesOf, TOP } from './markup.ts';

/** A mark that is open, with its line, and for tables and rows how many columns and cells. */
export interface OpenMark {
  readonly name: string;
  readonly line: number;
  readonly isText: boolean;
  readonly columns: number;
  cells: number;
}

type Report = (line: number, mistake: FormMistake) => void;

/** Follows the marks of one piece of text that begins at `line`; `open` changes with them, but never below `base`. */
export function checkMarks(source: string, line: number, open: OpenMark[], base: number, report: Report): void {
  const lineAt = (at: number): number => line + (source.slice(0, at).match(/\n/g)?.length ?? 0);
  for (const piece of piecesOf(source)) {
    const here = lineAt(piece.at);
    switch (piece.kind) {
      case 'stray':
        report(here, { kind: 'stray-angle' });
        break;
      case 'text':
        checkPlain(piece, source, lineAt, open, report);
        break;
      case 'open':
        openMark(piece, here, open, report);
        break;
      case 'close':
        closeMark(piece.name, here, open, base, report);
    }
  }
}

function checkPlain(
  { text, at }: Piece & { kind: 'text' },
  source: string,
  lineAt: (at: number) => number,
  open: OpenMark[],
  report: Report,
): void {
  const first = text.search(/\S/);
  if (first < 0 || open.at(-1)?.isText) return;
  report(lineAt(at + first), { kind: 'stray-text', name: source.slice(at + first, at + first + 12).split('\n')[0] ?? '' });
}

function openMark({ name, attributes }: Piece & { kind: 'open' }, line: number, open: OpenMark[], report: Report): void {
  const outer = open.at(-1);
  const mark = Object.hasOwn(MARKS, name) ? MARKS[name] : undefined;
  const allowed = outer ? MARKS[outer.name]?.holds : TOP;
  if (!mark) report(line, { kind: 'unknown-mark', name });
  else if (allowed === 'text' || !allowed?.includes(name)) report(line, { kind: 'misplaced-mark', name });
  else if (!areAttributesGood(name, attributes, mark.attributes)) report(line, { kind: 'bad-attribute', name });
  if (outer && name === '格') outer.cells += 1;
  const columns = name === '表' ? columnsIn(attributes).length : (outer?.columns ?? 0);
  open.push({ name, line, isText: (mark?.holds ?? 'text') === 'text', columns, cells: 0 });
}

/** A mark that is not the innermost takes those inside it along: they are reported, and the walk goes on. */
function closeMark(name: string, line: number, open: OpenMark[], base: number, report: Report): void {
  const index = open.findLastIndex((each) => each.name === name);
  if (index < base) return report(line, { kind: 'unopened-mark', name });
  const [mark, ...inside] = open.splice(index);
  for (const each of inside) report(each.line, { kind: 'unclosed-mark', name: each.name });
  if (mark?.name === '行' && mark.cells !== mark.columns) report(mark.line, { kind: 'uneven-row', name: '表' });
}

function areAttributesGood(name: string, attributes: ReadonlyMap<string, string>, known: readonly string[]): boolean {
  if ([...attributes.keys()].some((key) => !known.includes(key))) return false;
  if (name === '栏') return Boolean(attributes.get('名')) && /^([1-9]|[1-3]\d|40)$/.test(attributes.get('行数') ?? '1');
  return name !== '表' || columnsIn(attributes).every((column) => column !== '');
}

/** The heads of a table, from its `列="序号,事项"`. */
export function columnsIn(attributes: ReadonlyMap<string, string>): readonly string[] {
  return (attributes.get('列') ?? '').split(/[,，]/).map((column) => column.trim());
}
