// The facts of the pages about lists, items, documents and plans: as far as they may be public.
import type { Institution } from '../../domain/institution.ts';
import type { Matter, Method } from '../../domain/matter.ts';
import type { Person } from '../../domain/person.ts';
import type { RatioDocument } from '../../domain/ratio-document.ts';
import type { Task } from '../../domain/task.ts';
import { METHOD_WORDS } from '../../words/inspections.ts';
import { CERTIFICATE_STATE_WORDS, INSTITUTION_STATUS_WORDS, TASK_STATE_WORDS } from '../../words/states.ts';
import { categoryName, day, dayOrNull, drawTone, type Facts, frame, type Setting } from './frame.ts';

/** Ways of inspecting, as people say them. */
export function methodsSaid(methods: readonly Method[]): string {
  return methods.map((method) => METHOD_WORDS[method]).join('、');
}

/** Published items; an unpublished one cannot be used and is not shown. */
export function mattersFacts(setting: Setting, all: readonly Matter[]): Facts {
  const published = all.filter(({ publishedOn }) => publishedOn !== null);
  const matters = published.map((matter) => ({
    ...matter,
    category: categoryName(setting.rules, matter.category),
    methods: methodsSaid(matter.methods),
    effectiveFrom: dayOrNull(matter.effectiveFrom),
    publishedOn: dayOrNull(matter.publishedOn),
  }));
  return { ...frame(setting, '抽查事项清单', 'matters'), matters };
}

/** The ratio documents, line by line. */
export function documentsFacts(setting: Setting, all: readonly RatioDocument[]): Facts {
  const documents = all.map((document) => ({
    ...document,
    issuedOn: day(document.issuedOn),
    effectiveFrom: day(document.effectiveFrom),
    effectiveUntil: dayOrNull(document.effectiveUntil),
    rows: document.rows.map((row) => ({
      category: categoryName(setting.rules, row.category),
      risk: row.risk ?? '全部',
      ratio: row.den === 100 ? `${row.num}%` : `${row.num}/${row.den}`,
      min: row.min,
      base: row.base === 'all' ? '全部' : '可抽',
      weight: row.weight,
      teamSize: row.teamSize,
      lead: row.needsLead ? '是' : '否',
      drawsPerYear: row.drawsPerYear,
    })),
  }));
  return { ...frame(setting, '比例频次文件', 'documents'), documents };
}

/** Tasks from their approval on. */
export function plansFacts(setting: Setting, all: readonly Task[]): Facts {
  const shown = all.filter(({ state }) => state !== 'draft' && state !== 'pending' && state !== 'refused');
  const plans = shown.map((task) => ({
    id: task.id,
    title: task.title,
    categories: task.categories.map((id) => categoryName(setting.rules, id)).join('、'),
    document: task.document,
    from: day(task.from),
    to: day(task.to),
    methods: methodsSaid(task.methods),
    state: TASK_STATE_WORDS[task.state],
    tone: drawTone(task.state),
  }));
  return { ...frame(setting, '抽查计划', 'plans'), plans };
}

/** Neither phones nor certificate numbers are public. */
export function listsFacts(setting: Setting, all: readonly Institution[], people: readonly Person[]): Facts {
  const institutions = all.map((row) => ({
    id: row.id,
    name: row.name,
    category: categoryName(setting.rules, row.category),
    address: row.address,
    status: INSTITUTION_STATUS_WORDS[row.status],
  }));
  const inspectors = people
    .filter((person) => person.roles.includes('inspector') && person.status !== 'left')
    .map((person) => ({
      id: person.id,
      name: person.name,
      unit: person.unit,
      categories: person.categories.map((id) => categoryName(setting.rules, id)).join('、'),
      certificate: CERTIFICATE_STATE_WORDS[person.certificateState],
    }));
  return { ...frame(setting, '名录库', 'lists'), institutions, inspectors };
}
