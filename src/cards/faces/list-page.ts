// One page of a list, or of what a search in it found.

import type { Day } from '../../domain/day.ts';
import type { Institution } from '../../domain/institution.ts';
import type { Matter } from '../../domain/matter.ts';
import type { Person } from '../../domain/person.ts';
import type { RatioDocument } from '../../domain/ratio-document.ts';
import { unreachable } from '../../domain/result.ts';
import { sayDay } from '../../words/days.ts';
import { sayRatio } from '../../words/draws.ts';
import { sayMethods } from '../../words/inspections.ts';
import { LIST_WORDS } from '../../words/lists.ts';
import { called, calledAll } from '../../words/names.ts';
import { CERTIFICATE_STATE_WORDS, INSTITUTION_STATUS_WORDS, PERSON_STATUS_WORDS } from '../../words/states.ts';
import { act } from '../acts.ts';
import { button, buttons, faint, pager, text } from '../blocks.ts';
import type { Block, Card } from '../card.ts';
import type { May, Names } from '../facts.ts';
import { say } from '../words.ts';

/** What the `list-page` card is made of. */
export interface ListPageFacts {
  readonly list:
    | { readonly kind: 'people'; readonly rows: readonly Person[] }
    | { readonly kind: 'institutions'; readonly rows: readonly Institution[] }
    | { readonly kind: 'matters'; readonly rows: readonly Matter[] }
    | { readonly kind: 'documents'; readonly rows: readonly RatioDocument[] };
  readonly search: string;
  readonly total: number;
  /** 1-based. */
  readonly page: number;
  readonly pages: number;
  readonly names: Names;
  readonly today: Day;
  readonly may: May;
}

/** The `list-page` card. */
export function listPageFace(shown: ListPageFacts): Card {
  const { list, search, total, page, pages, may } = shown;
  const { name, measure } = LIST_WORDS[list.kind];
  const found = search === '' ? say('list-page.all', { total, measure }) : say('list-page.found', { search, total, measure });
  return {
    title: name,
    ...(pages > 1 ? { subtitle: `第 ${page} / ${pages} 页` } : {}),
    preview: `${name}：${found}`,
    blocks: [
      text(found),
      ...(list.rows.length === 0 ? [faint(say(search === '' ? 'list-page.empty' : 'list-page.nothing'))] : [table(shown)]),
      ...buttons(
        may,
        ...pager(page, pages, (to) => act('show-list', list.kind, undefined, { page: to, search })),
        button('导出', act('export-list', list.kind)),
        button('模板', act('template-list', list.kind)),
      ),
    ],
  };
}

const day = (value: Day | null): string => (value === null ? '—' : sayDay(value));

function grid(labels: readonly string[], rows: readonly (readonly string[])[]): Block {
  const columns = labels.map((label, index) => ({ name: `c${index}`, label }));
  return { kind: 'table', columns, rows: rows.map((cells) => Object.fromEntries(cells.map((cell, index) => [`c${index}`, cell]))) };
}

function table({ list, names, today }: ListPageFacts): Block {
  switch (list.kind) {
    case 'people':
      return grid(
        ['编号', '姓名', '单位', '执法证', '可查类别', '状态'],
        list.rows.map((one) => [
          one.id,
          one.name,
          one.unit,
          certificate(one, today),
          calledAll(names, one.categories),
          PERSON_STATUS_WORDS[one.status],
        ]),
      );
    case 'institutions':
      return grid(
        ['机构名称', '类别', '状态', '地址', '统一社会信用代码'],
        list.rows.map((one) => [one.name, called(names, one.category), INSTITUTION_STATUS_WORDS[one.status], one.address, one.id]),
      );
    case 'matters':
      return grid(
        ['编号', '事项名称', '类别', '方式', '要点', '公布'],
        list.rows.map((one) => [
          one.id,
          one.name,
          called(names, one.category),
          sayMethods(one.methods),
          `${one.points.length} 点`,
          one.publishedOn === null ? '未公布' : day(one.publishedOn),
        ]),
      );
    case 'documents':
      return grid(
        ['文号', '标题', '生效', '失效', '比例'],
        list.rows.map((one) => [
          one.id,
          one.title,
          day(one.effectiveFrom),
          day(one.effectiveUntil),
          one.rows.map((row) => `${called(names, row.category)}${row.risk ?? ''} ${sayRatio(row.num, row.den)}`).join('；'),
        ]),
      );
    default:
      return unreachable(list);
  }
}

function certificate(person: Person, today: Day): string {
  if (person.certificateState !== 'held') return CERTIFICATE_STATE_WORDS[person.certificateState];
  if (person.certificateUntil === null) return '有效';
  return person.certificateUntil < today ? '已过期' : `至${sayDay(person.certificateUntil)}`;
}
