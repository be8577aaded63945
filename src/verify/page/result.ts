// What came out: the verdict, what failed, each check as a line, and what was not looked at.
import { explain } from '../explain.ts';
import type { Check } from '../lines.ts';
import { isAboutShown } from '../shown.ts';
import type { Verification } from '../verify.ts';
import { CHAPTERS } from './chapters.ts';
import { around, element, withDigests } from './element.ts';

/** The verdict and, told apart, what it says about the record alone and about the group. */
export function verdictOf({ verdict, checks }: Verification): readonly HTMLElement[] {
  const said = element('p', `verdict verdict-${verdict.kind}`, verdict.words);
  if (verdict.kind === 'unreadable') return [said];
  const own = checks.filter((check) => !isAboutShown(check));
  const shown = checks.filter(isAboutShown);
  const bad = own.filter(({ passed }) => !passed).length;
  const isSame = shown.every(({ passed }) => passed);
  const selfWords = bad === 0 ? `是，${own.length} 项全部对得上` : `否，${own.length} 项里有 ${bad} 项对不上`;
  const groupWords = shown.length === 0 ? '没有比对：没有填群里公布的内容' : `${isSame ? '是' : '否'}，比对了${namesOf(shown)}`;
  return [
    said,
    around('dl', 'facts answers', [
      element('dt', '', '自洽'),
      element('dd', `answer-self ${bad === 0 ? '' : 'answer-bad'}`, selfWords),
      element('dt', '', '与群内封签公告一致'),
      element('dd', `answer-group ${isSame ? '' : 'answer-bad'}`, groupWords),
    ]),
  ];
}

/** What failed, for a place right below the verdict. */
export function failedOf({ checks }: Verification): readonly HTMLElement[] {
  const failed = chapter(
    '对不上的',
    checks.filter(({ passed }) => !passed),
  );
  return failed ? [failed] : [];
}

/** What passed, in the order in which a draw happens, and what was not looked at. */
export function linesOf({ checks, notChecked }: Verification): readonly HTMLElement[] {
  const chapters = CHAPTERS.map(({ title, kinds }) =>
    chapter(
      title,
      checks.filter(({ id, passed }) => passed && kinds.includes(kindOf(id))),
    ),
  );
  const open = around(
    'ol',
    'not-checked',
    notChecked.map((words) => element('li', 'not-checked-item', words)),
  );
  return [...chapters, element('h2', 'not-checked-title', '没有核对的'), open].flatMap((part) => part ?? []);
}

function chapter(title: string, checks: readonly Check[]): HTMLElement | null {
  if (checks.length === 0) return null;
  const head = around('h2', 'chapter-title', [title, element('span', 'chapter-count', `${checks.length} 项`)]);
  return around('section', 'chapter', [head, around('ol', 'checks', checks.map(lineOf))]);
}

function lineOf({ id, name, passed, expected, found, about }: Check): HTMLElement {
  const head = around('p', 'check-head', [
    element('strong', 'check-state', passed ? '通过' : '不通过'),
    element('span', 'check-name', name),
  ]);
  const meaning = `${passed ? '' : '本应：'}${explain(id)}${about === undefined ? '' : `${about}。`}`;
  const parts = [head, element('p', 'check-meaning', meaning), valuesOf(expected, found)];
  const line = around('li', `check ${passed ? 'check-passed' : 'check-failed'}`, parts);
  line.dataset['check'] = id;
  return line;
}

/** What was expected and what was found; said once when they are the same. */
function valuesOf(expected: string, found: string): HTMLElement {
  if (expected === found) return around('dl', 'check-values', pair('应为、实为相同', 'check-expected check-found', found));
  return around('dl', 'check-values', [...pair('应为', 'check-expected', expected), ...pair('实为', 'check-found', found)]);
}

function pair(term: string, className: string, value: string): readonly HTMLElement[] {
  return [element('dt', '', term), around('dd', className, withDigests(value))];
}

function namesOf(checks: readonly Check[]): string {
  return checks.map(({ name }) => name.replace('群内公布的', '')).join('、');
}

function kindOf(id: string): string {
  return id.split(':')[0] ?? '';
}
