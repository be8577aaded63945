// The shape of every answer of the open API: code, msg and data, or code, msg and error with a log id.
import { randomBytes } from 'node:crypto';

/** One answer, not yet sent. `body` undefined means bytes in `file`. */
export interface Answer {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A file as an answer. */
export interface FileAnswer {
  readonly file: Buffer;
  readonly name: string;
}

/** Code 0 with data. */
export const done = (data: object): Answer => ({ status: 200, body: { code: 0, msg: 'success', data } });

/** A refusal in the platform's real shape; 400 unless said otherwise. */
export function refused(code: number, message: string, status = 400, headers: Readonly<Record<string, string>> = {}): Answer {
  const logId = randomBytes(16).toString('hex').toUpperCase();
  const troubleshooter = `排查建议查看(Troubleshooting suggestions): https://open.feishu.cn/search?log_id=${logId}&code=${code}`;
  return { status, headers: { 'x-tt-logid': logId, ...headers }, body: { code, msg: message, error: { log_id: logId, troubleshooter } } };
}

/** 429 with the seconds to wait in the header that clients must obey. */
export const tooFrequent = (seconds: number): Answer =>
  refused(99991400, 'request trigger frequency limit', 429, {
    'x-ogw-ratelimit-limit': '50',
    'x-ogw-ratelimit-reset': String(Math.max(1, Math.ceil(seconds))),
  });
