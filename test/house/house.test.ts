// The house rules: who may import whom, which file may import which package, and what no file may hold.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** Which rooms and packages each room may import. `type-only` rooms may be named in `import type` alone. */
const TABLE: Readonly<
  Record<string, { readonly rooms: readonly string[]; readonly types?: readonly string[]; readonly packages: readonly string[] }>
> = {
  domain: { rooms: [], packages: [] },
  store: { rooms: ['domain'], packages: ['typeorm', 'reflect-metadata', 'sqlite3'] },
  flows: { rooms: ['domain', 'store', 'thread'], packages: [] },
  beacon: { rooms: ['domain', 'thread'], packages: ['@noble/curves'] },
  words: { rooms: ['domain'], packages: [] },
  cards: { rooms: ['domain', 'words'], packages: ['handlebars', 'yaml'] },
  papers: { rooms: ['domain', 'words', 'thread'], packages: ['docx', 'handlebars', 'hucre'] },
  verify: { rooms: [], packages: ['@noble/curves'] },
  bot: {
    rooms: ['domain', 'flows', 'cards', 'papers', 'words', 'log'],
    types: ['store'],
    packages: ['@larksuiteoapi/node-sdk', 'express', 'node-cron', 'p-queue', 'zod'],
  },
  web: {
    rooms: ['domain', 'flows', 'papers', 'words', 'verify', 'log'],
    types: ['store'],
    packages: ['express', 'helmet', 'prom-client', 'zod'],
  },
  keys: { rooms: ['domain'], packages: ['sm-crypto-v2'] },
  settings: { rooms: ['domain', 'words'], packages: ['zod', 'yaml', 'chinese-days'] },
  log: { rooms: ['domain'], packages: ['pino'] },
  cli: {
    rooms: [
      'domain',
      'store',
      'flows',
      'beacon',
      'cards',
      'papers',
      'words',
      'verify',
      'settings',
      'web',
      'bot',
      'log',
      'main',
      'keys',
      'product',
    ],
    packages: ['commander'],
  },
  product: {
    rooms: ['domain', 'store', 'flows', 'beacon', 'cards', 'papers', 'bot', 'web', 'settings', 'log', 'time', 'keys'],
    packages: [],
  },
  main: { rooms: ['product', 'papers', 'settings', 'log', 'time', 'words', 'keys'], packages: [] },
  time: { rooms: [], packages: [] },
  thread: { rooms: [], packages: [] },
  'free-port': { rooms: [], packages: [] },
  launch: { rooms: ['settings', 'domain', 'time', 'free-port'], packages: [] },
};

interface Import {
  readonly from: string;
  readonly what: string;
  readonly isType: boolean;
}

const files = (folder: string, ending = '.ts'): readonly string[] =>
  existsSync(path.join(root, folder))
    ? readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith(ending))
        .map((name) => path.join(folder, name))
    : [];

const text = (file: string): string => readFileSync(path.join(root, file), 'utf8');

function importsOf(file: string): readonly Import[] {
  const found = text(file).matchAll(
    /^\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm,
  );
  return [...found].map((match) => ({ from: file, what: match[2] ?? match[3] ?? match[4] ?? '', isType: Boolean(match[1]) }));
}

/** The room of a path under `src/`: its first folder, or the name of a file at the top. */
function roomOf(file: string): string {
  const [first = ''] = path.relative('src', file).split(path.sep);
  return first.replace(/\.ts$/, '');
}

const packageOf = (what: string): string =>
  what
    .split('/')
    .slice(0, what.startsWith('@') ? 2 : 1)
    .join('/');

const sources = files('src');
const all = [...sources, ...files('sandbox'), ...files('bench')];
const imports = sources.flatMap(importsOf);
const isOurs = (what: string): boolean => what.startsWith('.');

describe('the import table', () => {
  test('names every room there is', () => {
    expect([...new Set(sources.map(roomOf))].filter((room) => !TABLE[room])).toEqual([]);
  });

  test('holds for our own rooms', () => {
    const broken = imports.filter(({ from, what, isType }) => {
      if (!isOurs(what)) return false;
      const here = roomOf(from);
      const there = roomOf(path.join(path.dirname(from), what));
      const rule = TABLE[here];
      return here !== there && !rule?.rooms.includes(there) && !(isType && rule?.types?.includes(there));
    });
    expect(broken.map(({ from, what }) => `${from} imports ${what}`)).toEqual([]);
  });

  test('holds for packages, and each is imported by one named file in a room', () => {
    const packages = imports.filter(({ what }) => !isOurs(what) && !what.startsWith('node:'));
    const broken = packages.filter(({ from, what }) => !TABLE[roomOf(from)]?.packages.includes(packageOf(what)));
    expect(broken.map(({ from, what }) => `${from} imports ${what}`)).toEqual([]);
  });

  test('lets domain touch nothing of the machine but node:crypto', () => {
    const broken = imports.filter(({ from, what }) => roomOf(from) === 'domain' && what.startsWith('node:') && what !== 'node:crypto');
    expect(broken).toEqual([]);
  });

  test('keeps Feishu inside its door', () => {
    const outside = sources.filter((file) => roomOf(file) === 'bot' && !file.includes('bot/feishu/'));
    const broken = outside.filter((file) => importsOf(file).some(({ what }) => what.includes('/feishu/') || what.includes('larksuite')));
    expect(broken).toEqual([]);
  });

  test('lets no flow call a flow', () => {
    const verbs = new Set(sources.filter((file) => roomOf(file) === 'flows' && isVerb(file)).map((file) => path.basename(file)));
    const broken = imports.filter(
      ({ from, what, isType }) =>
        roomOf(from) === 'flows' &&
        isVerb(from) &&
        !isType &&
        isOurs(what) &&
        roomOf(path.join(path.dirname(from), what)) === 'flows' &&
        verbs.has(path.basename(what)),
    );
    expect(broken.map(({ from, what }) => `${from} imports ${what}`)).toEqual([]);
  });

  test('keeps the stand-in platform and the product strangers', () => {
    const fromSandbox = files('sandbox')
      .flatMap(importsOf)
      .filter(({ from, what }) => isOurs(what) && path.join(path.dirname(from), what).startsWith('src'));
    const toSandbox = imports.filter(({ what }) => what.includes('sandbox'));
    expect([...fromSandbox, ...toSandbox].map(({ from, what }) => `${from} imports ${what}`)).toEqual([]);
  });
});

/** A flow file is a verb if it exports an async function that takes the office. */
function isVerb(file: string): boolean {
  return /export async function \w+\(\s*office: Office/.test(text(file));
}

describe('no file', () => {
  test('is an index', () => {
    expect(all.filter((file) => path.basename(file) === 'index.ts')).toEqual([]);
  });

  test('is longer than 300 lines', () => {
    expect(all.filter((file) => text(file).split('\n').length > 301)).toEqual([]);
  });

  test('uses any or silences a type error', () => {
    const broken = all.filter((file) => /:\s*any\b|\bas any\b|<any>|@ts-ignore|@ts-expect-error|@ts-nocheck/.test(text(file)));
    expect(broken).toEqual([]);
  });

  test('writes to the console, the log aside', () => {
    expect(sources.filter((file) => file !== path.join('src', 'log.ts') && /\bconsole\.\w/.test(text(file)))).toEqual([]);
  });

  test('reads the environment, the settings aside', () => {
    expect(sources.filter((file) => file !== path.join('src', 'settings', 'environment.ts') && /process\.env\b/.test(text(file)))).toEqual(
      [],
    );
  });

  test('has an unescaped expression in a page', () => {
    expect(files('src', '.hbs').filter((file) => /\{\{\{|\{\{&/.test(text(file)))).toEqual([]);
  });

  test('imports in a circle', () => {
    const graph = new Map(
      sources.map((file) => [
        file,
        importsOf(file)
          .filter(({ what }) => isOurs(what))
          .map(({ what }) => path.join(path.dirname(file), what)),
      ]),
    );
    expect(circleIn(graph)).toEqual([]);
  });

  test('opens without a sentence that says what it is for', () => {
    expect(all.filter((file) => !/^(#!.*\n)?\/\/ \S/.test(text(file)))).toEqual([]);
  });
});

function circleIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const walk = (file: string, trail: readonly string[]): readonly string[] => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of graph.get(file) ?? []) {
      const circle = walk(next, [...trail, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of graph.keys()) {
    const circle = walk(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

describe('the records', () => {
  test('name only paths that exist', () => {
    const named = [...text('ARCHITECTURE.md').matchAll(/`((?:src|sandbox|config|test|bench)\/[\w./-]+|[\w-]+\.(?:ts|mjs|json|md))`/g)].map(
      (match) => match[1] ?? '',
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
  });

  test('name every package that the product installs', () => {
    const { dependencies } = JSON.parse(text('package.json')) as { dependencies: Record<string, string> };
    const records = text('ARCHITECTURE.md');
    expect(Object.keys(dependencies).filter((name) => !records.includes(name))).toEqual([]);
  });
});
