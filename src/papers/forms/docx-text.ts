// Lines of a paper in Word: the fonts of papers, and text whose line breaks stay.
import { AlignmentType, type IParagraphOptions, LineRuleType, Paragraph, TextRun } from 'docx';

/** The fonts: Latin and digits, titles, headings, page numbers. */
export const ASCII = 'Times New Roman';
export const XIAOBIAOSONG = '方正小标宋简体';
export const HEI = '黑体';
export const SONG = '宋体';

/** 28.95 pt from line to line, in twentieths of a point. */
export const PITCH = 579;
/** Two characters of 3号, in twentieths of a point. */
export const INDENT = 640;

/** How the text of a line is set; size in half points, 3号 仿宋 if nothing is said. */
export interface Setting {
  readonly size?: number;
  readonly eastAsia?: string;
}

/** A paragraph of the body, at the pitch of papers unless `options` say otherwise. */
export function lines(text: string, options: IParagraphOptions = {}, setting: Setting = {}): Paragraph {
  return new Paragraph({ spacing: { line: PITCH, lineRule: LineRuleType.EXACT }, ...options, children: runs(text, setting) });
}

/** A paragraph whose first line is indented by two characters; `keepNext` leaves it on the page of what follows. */
export function indented(text: string, keepNext: boolean): Paragraph {
  return lines(text, { indent: { firstLine: INDENT }, alignment: AlignmentType.LEFT, keepNext });
}

/** One run a line, each but the first after a break. */
export function runs(text: string, { size, eastAsia }: Setting = {}): TextRun[] {
  const font = eastAsia === undefined ? {} : { font: { ascii: ASCII, hAnsi: ASCII, eastAsia } };
  return text
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...(index > 0 && { break: 1 }), ...(size !== undefined && { size }), ...font }));
}
