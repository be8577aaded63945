// `config/office.yaml` and `config/matters.yaml`: read, checked as a whole, and turned into what the house works with.
import path from 'node:path';
import { z } from 'zod';
import { overlay } from '../domain/calendar.ts';
import { isDay } from '../domain/day.ts';
import { type Matter, METHODS } from '../domain/matter.ts';
import type { OfficeRules } from '../domain/office-rules.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { ParsedSheet } from '../domain/roster/parsed.ts';
import type { SettingsProblem } from '../domain/settings-problem.ts';
import { ENTROPY_MODES } from '../domain/task.ts';
import { publishedHolidays } from './holidays.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** What the configuration says. */
export interface OfficeConfig {
  /** Its calendar holds the published holidays with the office's own days laid over them. */
  readonly rules: OfficeRules;
  readonly matters: readonly Matter[];
}

// The messages are words of `Expected`: `yaml-file.ts` turns them into problems.
const text = z.string('text').trim().min(1, 'text').max(500, 'text');
const longText = z.string('text').trim().min(1, 'text').max(2000, 'text');
const day = z.string('day').refine(isDay, 'day');
const clock = z.string('clock').regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'clock');
const id = z.string('id').regex(/^[0-9A-Za-z._-]{1,64}$/, 'id');
const list = <T extends z.ZodType>(item: T) => z.array(item, 'list');
const count = (min: number, max: number) => z.int('whole-number').min(min, 'whole-number').max(max, 'whole-number');
/** An empty value (`site:`) is null; a key left out is not asked for either. */
const orNull = <T extends z.ZodType>(one: T) => z.preprocess((value) => value ?? null, one.nullable());

/** Names that enter a manifest: short, and without anything that could be written in two ways. */
const word = text.max(30, 'text');
const numberRange = z
  .strictObject({ count: count(1, 20), from: count(0, 100), to: count(1, 100) }, 'group')
  .refine(({ count: wanted, from, to }) => to - from + 1 >= wanted, 'number-range');

const officeSchema = z.strictObject(
  {
    office: z.strictObject(
      { name: text, shortName: text, county: text, site: orNull(z.url({ protocol: /^https?$/, error: 'address' })) },
      'group',
    ),
    rules: z.strictObject({ title: text, number: text }, 'group'),
    homeUnit: text,
    categories: list(z.strictObject({ id, name: text, basis: longText, from: day, until: orNull(day) }, 'group')).min(1, 'list'),
    deadlines: z.strictObject(
      {
        answer: count(1, 60),
        cosign: count(1, 60),
        review: count(1, 60),
        publish: count(1, 120),
        rectify: count(1, 250),
        followUp: count(1, 250),
      },
      'group',
    ),
    measures: z.strictObject({ objection: count(1, 60), appealDays: count(60, 400), complaints: count(1, 100) }, 'group'),
    witnessMinutes: count(1, 24 * 60),
    settleMinutes: count(1, 120).default(10),
    mode: z.enum(ENTROPY_MODES, 'mode'),
    drand: z.strictObject({ endpoints: list(z.url({ protocol: /^https?$/, error: 'address' })), timeoutSeconds: count(1, 30) }, 'group'),
    games: list(z.strictObject({ id, name: word, numbers: list(numberRange).min(1, 'list'), at: clock, where: text }, 'group')),
    dice: z.strictObject({ count: count(1, 20), sides: count(2, 100) }, 'group'),
    drawsPerYear: count(1, 52),
    certificateWarningDays: count(0, 366),
    reminders: z.strictObject({ at: clock, quietFrom: clock, quietTo: clock }, 'group'),
    calendar: z.strictObject({ off: list(day), working: list(day), years: list(count(2020, 2199)) }, 'group'),
  },
  'group',
);

const mattersSchema = list(
  z.strictObject(
    {
      id,
      name: text,
      category: id,
      basis: longText,
      subject: text,
      object: text,
      content: longText,
      methods: list(z.enum(METHODS, 'method')).min(1, 'list'),
      points: list(text).min(1, 'list'),
      effectiveFrom: orNull(day),
      publishedOn: orNull(day),
    },
    'group',
  ),
);

/** Reads both files of the folder. Every problem of both at once, each with file and line. */
export function loadOffice(folder: string): Result<OfficeConfig, readonly SettingsProblem[]> {
  const office = readYaml(path.join(folder, 'office.yaml'), 'config/office.yaml', officeSchema);
  const matters = readYaml(path.join(folder, 'matters.yaml'), 'config/matters.yaml', mattersSchema);
  const problems = [
    ...(office.ok ? twice(office.value, office.value.value.categories, 'categories') : office.problem),
    ...(matters.ok ? twice(matters.value, matters.value.value, null) : matters.problem),
    ...(office.ok && matters.ok ? strangers(matters.value, office.value.value.categories) : []),
  ];
  if (!office.ok || !matters.ok || problems.length > 0) return fail(problems);
  const rules = office.value.value;
  return ok({
    rules: { ...rules, calendar: overlay(publishedHolidays(), rules.calendar) },
    // Items that name no day have been in force for as long as the rules of the office.
    matters: matters.value.value.map((matter) => ({ ...matter, effectiveFrom: matter.effectiveFrom ?? RULES_IN_FORCE })),
  });
}

/** 西司文(2020)9号, Art. 22. */
const RULES_IN_FORCE = '2020-04-15';

/** The checklists as a list to be imported: at the first start, while the office has no items of its own. */
export function mattersFromConfig(matters: readonly Matter[]): ParsedSheet<'matters'> {
  return { kind: 'matters', rows: matters.map((fields, i) => ({ row: i + 1, fields })), headings: {}, problems: [] };
}

function twice<T>(file: YamlFile<T>, items: readonly { readonly id: string }[], under: string | null): readonly SettingsProblem[] {
  const seen = new Set<string>();
  return items.flatMap((item, i) => {
    if (!seen.has(item.id)) {
      seen.add(item.id);
      return [];
    }
    return [file.problem(under === null ? [i, 'id'] : [under, i, 'id'], { kind: 'twice', value: item.id })];
  });
}

function strangers(
  file: YamlFile<readonly { readonly category: string }[]>,
  categories: readonly { readonly id: string }[],
): readonly SettingsProblem[] {
  return file.value.flatMap((matter, i) =>
    categories.some((category) => category.id === matter.category)
      ? []
      : [file.problem([i, 'category'], { kind: 'bad', expected: 'category' })],
  );
}
