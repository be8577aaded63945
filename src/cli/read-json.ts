// Reads a JSON file that a user named.
import { readFileSync } from 'node:fs';
import { fail, ok, type Result } from '../domain/result.ts';

/** The text of a JSON file and its value, or one Chinese sentence why not. A byte order mark is passed over. */
export function readJson(file: string): Result<{ readonly text: string; readonly value: unknown }, string> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return fail(isMissing ? `找不到文件 ${file}。` : `读不了文件 ${file}：它不是可读的 UTF-8 文本。`);
  }
  try {
    return ok({ text, value: JSON.parse(text) as unknown });
  } catch {
    return fail(`文件 ${file} 不是 JSON。`);
  }
}
