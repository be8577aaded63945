// The verifier in a reader's browser, on the public page of a draw or as one file without network: nothing leaves the page.
import type { ReadRecord } from '../record.ts';
import { verifyText } from '../strict-text.ts';
import { openAsking } from './asking.ts';
import { element } from './element.ts';
import { openIntake } from './intake.ts';
import { openOwn } from './own.ts';
import { failedOf, linesOf, verdictOf } from './result.ts';

/** What the page has to hold: a place with `id="verifier"`, and, if it brings a record, a hidden `<textarea id="record">`. */
const place = document.getElementById('verifier');
if (place) start(place, document.getElementById('record')?.textContent?.trim() ?? '');

function start(root: HTMLElement, given: string): void {
  let text = '';
  let name = '';
  let record: unknown;
  const verdict = element('section', 'verifier-verdict');
  // Read out when it changes, so that who cannot see the page hears the verdict.
  verdict.setAttribute('aria-live', 'polite');
  const lines = element('section', 'verifier-result');
  const own = openOwn(() => record);
  const run = async (): Promise<void> => {
    const shown = asking.read();
    lines.replaceChildren();
    verdict.replaceChildren();
    if (text === '' || shown === null) return;
    verdict.replaceChildren(element('p', 'second', '正在核对……'));
    await shownOnScreen();
    const verification = verifyText(text, shown);
    const isRecord = verification.checks.some(({ id, passed }) => id === 'form' && passed);
    intake.show(name, isRecord ? (record as ReadRecord) : null);
    verdict.replaceChildren(...verdictOf(verification), ...failedOf(verification));
    lines.replaceChildren(...linesOf(verification));
    own.root.hidden = !isRecord;
    own.refresh();
    verdict.scrollIntoView({ block: 'nearest' });
  };
  const take = (taken: string, from: string): void => {
    text = taken === '' ? ' ' : taken;
    name = from;
    record = parsed(taken);
    void run();
  };
  const intake = openIntake(take);
  const asking = openAsking(() => void run());
  own.root.hidden = true;
  const [first, second] = given === '' ? [intake.root, asking.root] : [asking.root, intake.root];
  root.replaceChildren(verdict, first, second, own.root, lines);
  if (given !== '') take(given, '本页所附的记录');
}

/** A big record takes seconds: first the screen has to say so. */
function shownOnScreen(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
