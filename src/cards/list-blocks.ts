// What a lock card says of its lists: who is left out and why, and what changed since the draw before.
import type { LeftOut, ListChanges, RowChanges } from '../domain/list-changes.ts';
import { isUnchanged } from '../domain/list-changes.ts';
import { sayFew } from '../words/draws.ts';
import { called, type Names } from '../words/names.ts';
import { facts, text } from './blocks.ts';
import type { Block, FoldedBlock } from './card.ts';
import { say } from './words.ts';

/** The lists of one draw. Names of people are looked up only for somebody who may know them; a group is told how many. */
export interface ListFacts {
  readonly leftOut: { readonly institutions: readonly LeftOut[]; readonly inspectors: readonly LeftOut[] };
  /** Null for the first draw of these categories. */
  readonly changes: ListChanges | null;
}

type Pair = readonly [label: string, value: string | null];

/** One fold for the left out, one for the changes. */
export function listBlocks({ leftOut, changes }: ListFacts, names: Names): readonly Block[] {
  const out = [
    ...leftOut.institutions.map(({ why, ids }): Pair => [why, few(names, ids, '家')]),
    ...leftOut.inspectors.map(({ why, ids }): Pair => [why, few(names, ids, '人')]),
  ];
  const counts = [`${total(leftOut.institutions)} 家机构`, `${total(leftOut.inspectors)} 名检查人员`].filter(
    (one) => !one.startsWith('0 '),
  );
  return [
    ...(out.length === 0 ? [] : [fold(say('lock.left-out', { what: counts.join('、') }), [facts(...out)])]),
    changes === null ? text(say('lock.first')) : changesBlock(changes, names),
  ];
}

function changesBlock({ since, institutions, inspectors }: ListChanges, names: Names): Block {
  if (isUnchanged(institutions) && isUnchanged(inspectors)) return text(say('lock.unchanged', { since }));
  return fold(say('lock.changed', { since, count: countOf(institutions) + countOf(inspectors) }), [
    facts(...pairsOf('机构', institutions, names, '家'), ...pairsOf('检查人员', inspectors, names, '人')),
  ]);
}

function pairsOf(what: string, changes: RowChanges, names: Names, unit: string): readonly Pair[] {
  const pair = (label: string, ids: readonly string[]): Pair => [`${what}${label}`, ids.length === 0 ? null : few(names, ids, unit)];
  return [
    pair('新增', changes.added),
    pair('不在名录了', changes.gone),
    pair('变为不可抽', changes.excluded),
    pair('恢复可抽', changes.readmitted),
    pair('信息有变', changes.altered),
  ];
}

function total(all: readonly LeftOut[]): number {
  return all.reduce((sum, { ids }) => sum + ids.length, 0);
}

function countOf(changes: RowChanges): number {
  return Object.values(changes).reduce((sum, ids: readonly string[]) => sum + ids.length, 0);
}

/** Names where they were handed over, the count alone where not. */
function few(names: Names, ids: readonly string[], unit: string): string {
  const known = ids.every((id) => Object.hasOwn(names, id));
  return known
    ? sayFew(
        ids.map((id) => called(names, id)),
        unit,
      )
    : `${ids.length} ${unit}`;
}

function fold(title: string, blocks: readonly FoldedBlock[]): Block {
  return { kind: 'fold', title, blocks };
}
