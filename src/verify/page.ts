// The verifier in a reader's browser: reads the record from the page or from a dropped file, and says line by line what it found.
import { explain } from './explain.ts';
import type { Check } from './lines.ts';
import { verifyText } from './strict-text.ts';
import { ticketOf } from './ticket.ts';

/** What the page has to hold: a place with `id="verifier"`, and, if it brings a record, `<script type="application/json" id="record">`. */
const place = document.getElementById('verifier');
if (place) start(place, document.getElementById('record')?.textContent ?? '');

function start(root: HTMLElement, given: string): void {
  let text = given.trim();
  const file = input('verifier-file', '另选一份记录文件（也可拖到此处）', 'file');
  const lock = input('verifier-lock', '群内公布的封签摘要（可不填）', 'text');
  const time = input('verifier-time', '群内公布的封签时间（可不填）', 'text');
  const close = input('verifier-close', '群内公布的封存摘要（可不填）', 'text');
  const own = input('verifier-own', '查一家机构的签（统一社会信用代码）', 'text');
  const button = element('button', 'verifier-run', '开始核对');
  const output = element('section', 'verifier-result');
  // Read out when it changes, so that who cannot see the list hears the verdict.
  output.setAttribute('aria-live', 'polite');
  const run = (): void => {
    const shown = { lock: filled(lock.field), lockedAt: filled(time.field), close: filled(close.field) };
    const verification = verifyText(text, shown);
    const verdict = element('p', `verdict verdict-${verification.verdict.kind}`, verification.verdict.words);
    const open = list(
      'not-checked',
      verification.notChecked.map((words) => element('li', 'not-checked-item', words)),
    );
    const lines = list('checks', verification.checks.map(lineOf));
    const asked = filled(own.field);
    const ticket = asked === undefined ? [] : [ticketLine(text, asked)];
    output.replaceChildren(verdict, ...ticket, lines, element('h3', 'not-checked-title', '没有核对的'), open);
  };
  const take = async (taken: File | null | undefined): Promise<void> => {
    if (!taken) return;
    text = (await taken.text()).trim();
    run();
  };
  button.addEventListener('click', run);
  file.field.addEventListener('change', () => void take(file.field.files?.[0]));
  root.addEventListener('dragover', (event) => event.preventDefault());
  root.addEventListener('drop', (event) => {
    event.preventDefault();
    void take(event.dataTransfer?.files[0]);
  });
  const others = element('div', 'verifier-pair');
  others.append(time.label, close.label);
  root.replaceChildren(lock.label, others, own.label, file.label, button, output);
  if (text !== '') run();
}

function lineOf({ id, name, passed, expected, found }: Check): HTMLElement {
  const line = element('li', `check ${passed ? 'check-passed' : 'check-failed'}`);
  line.dataset['check'] = id;
  const head = element('p', 'check-head');
  head.append(element('strong', 'check-state', passed ? '通过' : '不通过'), element('span', 'check-name', name));
  line.append(head, element('p', 'check-meaning', explain(id)), valuesOf(expected, found));
  return line;
}

/** What was expected and what was found; said once when they are the same. */
function valuesOf(expected: string, found: string): HTMLElement {
  const values = element('dl', 'check-values');
  if (expected === found) values.append(element('dt', '', '应为、实为相同'), grouped('check-expected check-found', found));
  else
    values.append(element('dt', '', '应为'), grouped('check-expected', expected), element('dt', '', '实为'), grouped('check-found', found));
  return values;
}

/** Digests in groups of four, which a copy takes as one. */
function grouped(className: string, text: string): HTMLElement {
  const made = element('dd', className);
  for (const [i, part] of text.split(/([0-9a-f]{64})/).entries()) {
    if (i % 2 === 0) made.append(part);
    else made.append(digestOf(part));
  }
  return made;
}

function digestOf(digest: string): HTMLElement {
  const made = element('span', 'digest');
  made.append(...(digest.match(/.{4}/g) ?? []).map((four) => element('span', '', four)));
  return made;
}

function ticketLine(text: string, id: string): HTMLElement {
  const line = element('section', 'ticket');
  const standing = ticketOf(readRecord(text), id);
  switch (standing.kind) {
    case 'unknown':
      line.append(element('p', 'ticket-words', `名单里没有 ${id}，或这份记录读不了。`));
      break;
    case 'not-in-pool':
      line.append(element('p', 'ticket-words', `${id} ${standing.why}。`));
      break;
    case 'in-pool':
      line.append(
        element(
          'p',
          'ticket-words',
          `${id} 在“${standing.stratum}”中排第 ${standing.place} 位，${standing.isDrawn ? '抽中' : '为递补'}。它的签：`,
        ),
        ticketDigest(standing.ticket),
        element('p', 'ticket-words', '不用本页，在任何一台电脑上这样也能算出来：'),
        element('code', 'ticket-command', standing.command),
      );
      break;
  }
  return line;
}

function ticketDigest(ticket: string): HTMLElement {
  const made = element('code', 'ticket-digest');
  made.append(digestOf(ticket));
  return made;
}

function readRecord(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function input(className: string, caption: string, type: 'file' | 'text'): { label: HTMLElement; field: HTMLInputElement } {
  const label = element('label', `verifier-field ${className}`, caption);
  const field = document.createElement('input');
  field.type = type;
  if (type === 'file') field.accept = '.json,application/json';
  field.autocomplete = 'off';
  label.append(field);
  return { label, field };
}

function list(className: string, items: readonly HTMLElement[]): HTMLElement {
  const made = element('ol', className);
  made.append(...items);
  return made;
}

/** Text is set as text, never as markup. */
function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  if (text !== '') made.textContent = text;
  return made;
}

function filled(field: HTMLInputElement): string | undefined {
  return field.value.trim() === '' ? undefined : field.value.trim();
}
