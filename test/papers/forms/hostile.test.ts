// Whatever is typed into a fact stays text: in the Word file, on the print page, and against the marks of the templates.
import { expect, test } from 'vitest';
import { docxOf } from '../../../src/papers/forms/docx.ts';
import { paperKinds } from '../../../src/papers/forms/open-papers.ts';
import { openPrintPage } from '../../../src/papers/forms/print-page.ts';
import { launchBrowser } from '../../support/browser.ts';
import { papersFrom, samplePaper } from '../../support/papers.ts';
import { readDocx } from '../../support/read-docx.ts';

const papers = papersFrom();
const printPage = openPrintPage();

const MARKS = '</格></行><行><格>伪造</格></段><标题>伪造的标题</标题>{{office}}{{{office}}}';
const HTML = `<script>document.title='坏'</script><img src=x onerror="document.title='坏'"> & &amp; &lt; " ' \` =`;

/** What is typed, and what may stand on the paper. */
const HOSTILE: Readonly<Record<string, readonly [string, string]>> = {
  'marks of ours': [MARKS, MARKS],
  html: [HTML, HTML],
  'a text turned around': ['甲\u202E乙\u2066丙\u2069\u200F丁', '甲乙丙丁'],
  'control characters': ['a\u0000b\u0008c\u000Bd\uFFFEe\uD800f', 'abcdef'],
  emoji: ['👩‍⚖️🧾𠮷', '👩‍⚖️🧾𠮷'],
  'lines of all kinds': ['一\r\n二\u2028三\n四', '一\n二\n三\n四'],
};

test.each(Object.entries(HOSTILE))('%s in every fact of every paper changes its text and nothing else', async (_, [hostile, kept]) => {
  for (const kind of paperKinds()) {
    const plain = samplePaper(papers, kind);
    const paper = samplePaper(papers, kind, () => hostile);
    expect(paper.blocks.map((block) => block.kind)).toEqual(plain.blocks.map((block) => block.kind));
    expect(JSON.stringify(paper)).toContain(JSON.stringify(kept).slice(1, -1));
    const { text, tables } = readDocx(await docxOf(paper));
    expect(text).toContain(kept);
    expect(tables.map((table) => table.length)).toEqual(readDocx(await docxOf(plain)).tables.map((table) => table.length));
    expect(printPage(paper)).not.toMatch(/<script|<img|<标题/);
  }
});

test('thirty kilobytes in one fact are printed whole', async () => {
  const long = '长'.repeat(10_000);
  const paper = samplePaper(papers, 'site-record', (text) => (text.startsWith('对检查情况') ? long : text));
  expect(readDocx(await docxOf(paper)).text).toContain(long);
  expect(printPage(paper)).toContain(long);
});

test('a browser runs and fetches nothing of a print page', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.setContent(printPage(samplePaper(papers, 'inspection-notice', () => HTML)));
    expect(await page.title()).not.toBe('坏');
    expect(asked).toEqual([]);
    expect(await page.locator('h1').first().textContent()).toBe('行政检查通知书');
  } finally {
    await browser.close();
  }
});
