// `mingqian cards DIR`: every face with sample data, as each platform would get it, for looking at and for tools.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Card } from '../cards/card.ts';
import { renderDingtalk } from '../cards/dingtalk.ts';
import { drawFace } from '../cards/faces/all.ts';
import { renderFeishu } from '../cards/feishu.ts';
import { lintFeishu } from '../cards/lint.ts';
import { SAMPLES } from '../cards/samples/all.ts';
import { renderText } from '../cards/text.ts';
import type { Face } from '../domain/notice.ts';
import { FACES } from '../domain/notice.ts';

/** What `cards` did: how many cards, and what the linter said against them. */
export interface CardsWritten {
  readonly cards: number;
  readonly problems: readonly { readonly file: string; readonly path: string; readonly message: string }[];
}

/** Every sample card with its file name: `task`, `task-2`, `task-3`, … */
export function sampleCards(): readonly { readonly face: Face; readonly name: string; readonly card: Card }[] {
  return FACES.flatMap((face) =>
    SAMPLES[face].map((facts, index) => ({ face, name: index === 0 ? face : `${face}-${index + 1}`, card: drawFace(face, facts) })),
  );
}

/** Writes `feishu/*.json`, `dingtalk/*.json` and `text/*.txt` under a directory, which is made if need be. */
export function writeCards(directory: string): CardsWritten {
  const platforms = { feishu: join(directory, 'feishu'), dingtalk: join(directory, 'dingtalk'), text: join(directory, 'text') };
  for (const path of Object.values(platforms)) mkdirSync(path, { recursive: true });
  const cards = sampleCards();
  const problems = cards.flatMap(({ name, card }) => {
    const feishu = renderFeishu(card);
    writeFileSync(join(platforms.feishu, `${name}.json`), `${JSON.stringify(feishu, null, 2)}\n`);
    writeFileSync(join(platforms.dingtalk, `${name}.json`), `${JSON.stringify(renderDingtalk(card), null, 2)}\n`);
    writeFileSync(join(platforms.text, `${name}.txt`), `${renderText(card)}\n`);
    return lintFeishu(feishu).map((problem) => ({ file: `feishu/${name}.json`, ...problem }));
  });
  return { cards: cards.length, problems };
}

/** Adds the verb. Exit 0 when all cards were written and are within the platform's limits, 1 otherwise, 3 if the directory cannot be written. */
export function register(program: Command): void {
  program
    .command('cards')
    .argument('<dir>', '写到哪个目录')
    .description('用示例数据画出全部卡片：飞书 JSON、钉钉变量、纯文本')
    .option('--json', '输出 JSON')
    .action((directory: string, options: { readonly json?: boolean }) => {
      let written: CardsWritten;
      try {
        written = writeCards(directory);
      } catch (error) {
        process.stderr.write(`写不进目录“${directory}”：${error instanceof Error ? error.message : String(error)}\n`);
        process.exitCode = 3;
        return;
      }
      for (const { file, path, message } of written.problems) process.stderr.write(`${file} ${path}: ${message}\n`);
      const said = options.json === true ? JSON.stringify(written) : `写了 ${written.cards} 张卡片到 ${directory}`;
      process.stdout.write(`${said}\n`);
      process.exitCode = written.problems.length === 0 ? 0 : 1;
    });
}
