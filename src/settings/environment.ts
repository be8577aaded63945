// The environment, read once and checked as a whole: the only file that touches `process.env`.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Platform } from '../domain/person.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Expected, SettingsProblem } from '../domain/settings-problem.ts';

/** How Feishu is reached; `webhook` is called by the platform and needs both secrets. */
export type FeishuMode =
  | { readonly kind: 'ws' }
  | { readonly kind: 'webhook'; readonly encryptKey: string; readonly verificationToken: string };

export interface FeishuSettings {
  readonly appId: string;
  readonly appSecret: string;
  readonly baseUrl: string;
  readonly mode: FeishuMode;
}

export interface DingtalkSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly robotCode: string;
  readonly cardTemplateId: string | null;
  readonly apiUrl: string;
  readonly oapiUrl: string;
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Everything the environment says, with its defaults (interfaces, "Environment"). */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | null;
  readonly databaseUrl: string;
  readonly feishu: FeishuSettings | null;
  readonly dingtalk: DingtalkSettings | null;
  /** Accounts that are administrators from the first start. */
  readonly admins: readonly { readonly platform: Platform; readonly account: string }[];
  /** Private keys that sign checkpoints, one a line; null: from the file beside the database. */
  readonly checkpointKey: string | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** `parent`: the process that started this one tells the time (the stand-in platform can move it on). */
  readonly clock: 'system' | 'parent';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** All settings, or every problem at once. An empty variable counts as not set. */
export function readEnvironment(env: Environment = process.env): Result<Settings, readonly SettingsProblem[]> {
  const reader = readerOf(env);
  const settings: Settings = {
    port: reader.number('PORT', 3000, 0, 65_535),
    host: reader.text('HOST') ?? '127.0.0.1',
    publicUrl: reader.address('PUBLIC_URL'),
    databaseUrl:
      reader.matching('DATABASE_URL', /^(?:sqlite:.+|postgres(?:ql)?:\/\/.+)$/, ['sqlite:data/mingqian.db', 'postgres://…']) ??
      'sqlite:data/mingqian.db',
    feishu: feishuOf(reader),
    dingtalk: dingtalkOf(reader),
    admins: reader.accounts('MINGQIAN_ADMINS'),
    checkpointKey: reader.matching('MINGQIAN_CHECKPOINT_KEY', /^PRIVATE\+KEY\+\S+(?:\s+PRIVATE\+KEY\+\S+)*$/, ['PRIVATE+KEY+…']),
    logLevel: reader.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    clock: reader.oneOf('MINGQIAN_CLOCK', ['system', 'parent'] as const, 'system'),
  };
  return reader.problems.length > 0 ? fail(reader.problems) : ok(settings);
}

function feishuOf(reader: Reader): FeishuSettings | null {
  const names = ['FEISHU_APP_ID', 'FEISHU_APP_SECRET', 'FEISHU_ENCRYPT_KEY', 'FEISHU_VERIFICATION_TOKEN'];
  const mode = reader.oneOf('FEISHU_MODE', ['ws', 'webhook'] as const, 'ws');
  const baseUrl = reader.address('FEISHU_BASE_URL') ?? 'https://open.feishu.cn';
  const given = names.find((name) => reader.text(name) !== null);
  if (given === undefined) {
    if (mode === 'webhook') reader.needed('FEISHU_APP_ID', 'FEISHU_MODE=webhook');
    return null;
  }
  const appId = reader.needed('FEISHU_APP_ID', given);
  const appSecret = reader.needed('FEISHU_APP_SECRET', given);
  if (mode === 'ws') return { appId, appSecret, baseUrl, mode: { kind: 'ws' } };
  const because = 'FEISHU_MODE=webhook';
  const encryptKey = reader.needed('FEISHU_ENCRYPT_KEY', because);
  return {
    appId,
    appSecret,
    baseUrl,
    mode: { kind: 'webhook', encryptKey, verificationToken: reader.needed('FEISHU_VERIFICATION_TOKEN', because) },
  };
}

function dingtalkOf(reader: Reader): DingtalkSettings | null {
  const names = ['DINGTALK_CLIENT_ID', 'DINGTALK_CLIENT_SECRET', 'DINGTALK_ROBOT_CODE', 'DINGTALK_CARD_TEMPLATE_ID'];
  const apiUrl = reader.address('DINGTALK_API_URL') ?? 'https://api.dingtalk.com';
  const oapiUrl = reader.address('DINGTALK_OAPI_URL') ?? 'https://oapi.dingtalk.com';
  const given = names.find((name) => reader.text(name) !== null);
  if (given === undefined) return null;
  return {
    clientId: reader.needed('DINGTALK_CLIENT_ID', given),
    clientSecret: reader.needed('DINGTALK_CLIENT_SECRET', given),
    robotCode: reader.needed('DINGTALK_ROBOT_CODE', given),
    cardTemplateId: reader.text('DINGTALK_CARD_TEMPLATE_ID'),
    apiUrl,
    oapiUrl,
  };
}

type Reader = ReturnType<typeof readerOf>;

/** Reads variables one by one, noting what is wrong and going on with a harmless value. */
function readerOf(env: Environment) {
  const problems: SettingsProblem[] = [];
  const values = new Map<string, string | null>();
  const note = (name: string, trouble: SettingsProblem['trouble']): void => {
    problems.push({ at: { kind: 'environment', name }, trouble });
  };
  const bad = (name: string, expected: Expected, choices?: readonly string[]): void => {
    note(name, choices ? { kind: 'bad', expected, choices } : { kind: 'bad', expected });
  };

  /** The variable, or the content of the file that `…_FILE` names. */
  function look(name: string): string | null {
    const direct = env[name]?.trim() || null;
    const file = env[`${name}_FILE`]?.trim() || null;
    if (file === null) return direct;
    if (direct !== null) {
      note(name, { kind: 'both-given' });
      return direct;
    }
    try {
      return readFileSync(file, 'utf8').trim() || null;
    } catch {
      note(`${name}_FILE`, { kind: 'unreadable' });
      // Given, though nobody can read it: that it is missing too would be noise.
      return '?';
    }
  }

  function text(name: string): string | null {
    const known = values.get(name);
    const value = known === undefined ? look(name) : known;
    values.set(name, value);
    return value;
  }

  return {
    problems,
    text,
    needed(name: string, because: string): string {
      const value = text(name);
      if (value === null) note(name, { kind: 'missing-with', because });
      return value ?? '';
    },
    number(name: string, otherwise: number, min: number, max: number): number {
      const value = text(name);
      const number = value === null ? otherwise : /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
      if (number >= min && number <= max) return number;
      bad(name, 'whole-number');
      return otherwise;
    },
    address(name: string): string | null {
      const value = text(name);
      if (value === null || z.url({ protocol: /^https?$/ }).safeParse(value).success) return value?.replace(/\/+$/, '') ?? null;
      bad(name, 'address');
      return null;
    },
    matching(name: string, shape: RegExp, examples: readonly string[]): string | null {
      const value = text(name);
      if (value === null || shape.test(value)) return value;
      bad(name, 'one-of', examples);
      return null;
    },
    oneOf<T extends string>(name: string, choices: readonly T[], otherwise: T): T {
      const value = text(name);
      const found = choices.find((choice) => choice === value);
      if (value !== null && found === undefined) bad(name, 'one-of', choices);
      return found ?? otherwise;
    },
    accounts(name: string): Settings['admins'] {
      const parts = (text(name) ?? '').split(',').flatMap((part) => part.trim() || []);
      const found = parts.map((part) => /^(feishu|dingtalk):([\w$+=/:-]{1,128})$/.exec(part));
      if (found.includes(null)) bad(name, 'accounts');
      return found.flatMap((match) => (match ? [{ platform: match[1] as Platform, account: match[2] ?? '' }] : []));
    },
  };
}

/** The environment for a process that this one starts: its own, with some of it told anew. */
export function childEnvironment(told: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...told };
}
