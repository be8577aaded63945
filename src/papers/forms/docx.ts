// A paper as a Word file, set by GB/T 9704: A4, margins 37 35 28 26 mm, title 2号 小标宋, body 3号 仿宋, 28.95 pt from line to line.
import { AlignmentType, convertMillimetersToTwip, Document, Footer, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import { docxBlock } from './docx-blocks.ts';
import { ASCII, SONG } from './docx-text.ts';
import type { PaperDocument } from './paper-document.ts';

const mm = convertMillimetersToTwip;
// A4 in twentieths of a point, as Word itself writes it.
const A4 = { width: 11906, height: 16838 };
// Sizes are in half points: 3号 is 16 pt, 4号 is 14 pt.
const [SIZE_3, SIZE_4] = [32, 28];

/** The bytes of the file. */
export async function docxOf(paper: PaperDocument): Promise<Buffer> {
  const document = new Document({
    title: paper.title,
    creator: '明签',
    styles: { default: { document: { run: { font: { ascii: ASCII, hAnsi: ASCII, eastAsia: '仿宋_GB2312' }, size: SIZE_3 } } } },
    sections: [
      {
        properties: { page: pageOf(paper.isWide) },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: paper.blocks.flatMap((block, index) =>
          docxBlock(block, { isWide: paper.isWide, isBeforeSeal: paper.blocks[index + 1]?.kind === 'seal' }),
        ),
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** Of a wide page the library wants width and height as they are upright, and turns them itself. */
function pageOf(isWide: boolean): object {
  const size = { ...A4, orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT };
  if (isWide) return { size, margin: { top: mm(28), bottom: mm(26), left: mm(20), right: mm(20), footer: mm(14) } };
  return { size, margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(25) } };
}

/** `— 1 —`, centred, 4号 宋体. */
function pageNumber(): Paragraph {
  const run = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    size: SIZE_4,
    font: { ascii: ASCII, hAnsi: ASCII, eastAsia: SONG },
  });
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [run] });
}
