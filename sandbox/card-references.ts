// What a card points at must exist: images, people, and @ in marked-up text.
import type { Report } from './card-kinds.ts';
import type { CardWorld } from './card-lint.ts';
import { isObject, listOf } from './card-tree.ts';
import type { JsonObject } from './shapes.ts';

/** An image key that this app did not upload. */
const BAD_IMAGE = 200570;
/** A person the app cannot see, or an @ that is not allowed. */
const BAD_PERSON = 100290;

/** Looks at every object of the card; values for the bot and chart data are nobody's references. */
export function checkReferences(value: unknown, path: string, world: CardWorld, report: Report): void {
  if (Array.isArray(value)) for (const [index, one] of value.entries()) checkReferences(one, `${path} -> [${index}]`, world, report);
  if (!isObject(value)) return;
  checkObject(value, path, world, report);
  for (const [key, inner] of Object.entries(value)) {
    if (key !== 'value' && key !== 'chart_spec') checkReferences(inner, `${path} -> ${key}`, world, report);
  }
}

function checkObject(object: JsonObject, path: string, world: CardWorld, report: Report): void {
  const { tag, img_key: image } = object;
  if (typeof image === 'string' && image !== '' && !world.hasImage(image)) report(BAD_IMAGE, path, `图片 ${image} 不存在`);
  for (const id of peopleOf(object)) if (!world.hasPerson(id)) report(BAD_PERSON, path, `人员 ${id} 不存在`);
  if (tag === 'markdown' || tag === 'lark_md') checkMarkup(object['content'], path, world, report);
  if (tag === 'table') checkCells(object, path, world, report);
}

const texts = (values: readonly unknown[]): string[] => values.filter((value) => typeof value === 'string');

function peopleOf(object: JsonObject): readonly string[] {
  const tag = typeof object['tag'] === 'string' ? object['tag'] : '';
  if (tag === 'person') return texts([object['user_id']]);
  if (tag === 'person_list' && object['drop_invalid_user_id'] !== true)
    return texts(listOf(object['persons']).map((person) => person['id']));
  return tag.endsWith('select_person') ? texts(listOf(object['options']).map((option) => option['value'])) : [];
}

function checkMarkup(content: unknown, path: string, world: CardWorld, report: Report): void {
  if (typeof content !== 'string') return;
  for (const [, kind, list = ''] of content.matchAll(/<(?:at|person)\s+(ids?|user_id|open_id|email)\s*=\s*["']?([^"'\s>]*)/g)) {
    if (kind === 'email') continue;
    for (const id of list.split(',')) {
      if (id === 'all' && !world.mayMentionAll) report(BAD_PERSON, path, '本群不允许 @ 所有人');
      if (id !== 'all' && !world.hasPerson(id)) report(BAD_PERSON, path, `@ 的人员 ${id} 不存在`);
    }
  }
  for (const [, key = ''] of content.matchAll(/!\[[^\]]*\]\(([^)\s]+)\)/g)) {
    if (!world.hasImage(key)) report(BAD_IMAGE, path, `图片 ${key} 不存在`);
  }
}

function checkCells(table: JsonObject, path: string, world: CardWorld, report: Report): void {
  for (const column of listOf(table['columns'])) {
    const name = String(column['name']);
    for (const [index, row] of listOf(table['rows']).entries()) {
      const where = `${path} -> rows -> [${index}] -> ${name}`;
      const cell = row[name];
      if (column['data_type'] === 'lark_md' || column['data_type'] === 'markdown') checkMarkup(cell, where, world, report);
      if (column['data_type'] !== 'persons') continue;
      for (const id of [cell].flat()) if (typeof id === 'string' && !world.hasPerson(id)) report(BAD_PERSON, where, `人员 ${id} 不存在`);
    }
  }
}
