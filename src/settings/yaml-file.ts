// Reads a YAML file against a schema: every problem at once, each with its line.
import { readFileSync } from 'node:fs';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { fail, ok, type Result } from '../domain/result.ts';
import { EXPECTED, type Expected, type SettingsProblem } from '../domain/settings-problem.ts';

type Path = readonly PropertyKey[];

/** A file that passed its schema; `problem` makes further problems of it that know their line. */
export interface YamlFile<T> {
  readonly value: T;
  readonly problem: (path: Path, trouble: SettingsProblem['trouble']) => SettingsProblem;
}

/** The checked content. `name` is how the file is called in problems. */
export function readYaml<T>(file: string, name: string, schema: z.ZodType<T>): Result<YamlFile<T>, readonly SettingsProblem[]> {
  const text = textOf(file);
  if (text === null) return fail([{ at: { kind: 'file', file: name, line: null, path: '' }, trouble: { kind: 'unreadable' } }]);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return fail(
      document.errors.map((error) => ({
        at: { kind: 'file', file: name, line: lines.linePos(error.pos[0]).line, path: '' },
        trouble: { kind: 'not-yaml', words: error.message },
      })),
    );
  }
  const problem: YamlFile<T>['problem'] = (path, trouble) => ({
    at: { kind: 'file', file: name, line: lineOf(document, lines, path), path: path.map(String).join('.') },
    trouble,
  });
  const data: unknown = document.toJS();
  const checked = schema.safeParse(data);
  if (checked.success) return ok({ value: checked.data, problem });
  return fail(checked.error.issues.flatMap((issue) => troublesOf(issue, data).map(({ path, trouble }) => problem(path, trouble))));
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** The schemas' messages are our closed words (`day`, `clock`, …): what should have stood there. */
function troublesOf(
  issue: z.core.$ZodIssue,
  data: unknown,
): readonly { readonly path: Path; readonly trouble: SettingsProblem['trouble'] }[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...issue.path, key], trouble: { kind: 'unknown' } }));
  if (valueAt(data, issue.path) === undefined) return [{ path: issue.path, trouble: { kind: 'missing' } }];
  const expected = EXPECTED.find((word) => word === issue.message) ?? fallback(issue);
  return [{ path: issue.path, trouble: { kind: 'bad', expected } }];
}

function fallback(issue: z.core.$ZodIssue): Expected {
  return issue.code === 'invalid_type' && (issue.expected === 'object' || issue.expected === 'record') ? 'group' : 'text';
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Readonly<Record<PropertyKey, unknown>>)[key] : undefined),
    data,
  );
}

/** The line of the key itself, or of the nearest thing above it that is written down. */
function lineOf(document: Document, lines: LineCounter, path: Path): number | null {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (pair && isNode(pair.key) && pair.key.range) return lines.linePos(pair.key.range[0]).line;
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return path.length === 0 ? null : 1;
}
