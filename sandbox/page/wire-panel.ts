// What went over the wire between the product and the platform, newest first, each with the card checker's verdict.
import type { WireEntry } from '../shapes.ts';
import { api } from './api.ts';
import { el, keptList } from './dom.ts';
import { wireListeners } from './live.ts';
import { sizeOf } from './message.ts';
import { hourOf } from './time.ts';

const KEPT = 200;

const pretty = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));

function numbersOf({ code, bytes, ms }: WireEntry): string {
  return [code === undefined ? '' : `code ${code}`, bytes > 0 ? sizeOf(bytes) : '', ms === undefined ? '' : `${Math.round(ms)} ms`]
    .filter(Boolean)
    .join(' · ');
}

function isBad({ status = 200, code = 0, verdict }: WireEntry): boolean {
  return status >= 400 || (code !== 0 && code !== 200) || /拒绝|不在线|超时|未|失败|丢失|无法/.test(verdict);
}

function build(entry: WireEntry): HTMLElement {
  const body = el('div', { class: 'wire-body' });
  const details = el(
    'details',
    { class: `wire-row${isBad(entry) ? ' wire-bad' : ''}` },
    el(
      'summary',
      {},
      el(
        'span',
        { class: 'wire-side', title: entry.direction === 'in' ? '明签发往平台' : '平台发往明签' },
        entry.direction === 'in' ? '明签 → 平台' : '平台 → 明签',
      ),
      el('span', { class: 'wire-numbers' }, numbersOf(entry)),
      el('span', { class: 'wire-what' }, [entry.method, entry.path ?? entry.what].filter(Boolean).join(' ')),
      entry.verdict ? el('span', { class: 'wire-verdict' }, entry.verdict) : null,
    ),
    body,
  );
  // The bodies are long and many: each is set only when somebody looks.
  details.addEventListener('toggle', () => {
    if (!details.open || body.childElementCount > 0) return;
    body.append(
      el('p', { class: 'faint' }, `第 ${entry.n} 条 · ${hourOf(entry.at)} · ${entry.what}`),
      el('pre', { tabindex: '0' }, pretty(entry.body)),
      entry.answer === undefined ? '' : el('p', { class: 'faint' }, '答复'),
      entry.answer === undefined ? '' : el('pre', { tabindex: '0' }, pretty(entry.answer)),
    );
  });
  return details;
}

/** Puts the log into its element; new entries come while the page is open. */
export function mountWire(root: HTMLElement): void {
  const list = el('div', { class: 'wire-list' });
  const empty = el('p', { class: 'faint' }, '明签和平台之间的每一次往来都会记在这里。');
  root.append(el('h3', {}, '线路记录'), empty, list);
  const show = keptList<WireEntry>(
    list,
    ({ n }) => String(n),
    build,
    ({ n }) => String(n),
  );
  let entries: readonly WireEntry[] = [];
  const load = async (): Promise<void> => {
    const fresh = await api.wire(entries[0]?.n ?? 0);
    const known = new Set(entries.map(({ n }) => n));
    entries = [...entries, ...fresh.filter(({ n }) => !known.has(n))].sort((a, b) => b.n - a.n).slice(0, KEPT);
    empty.hidden = entries.length > 0;
    show(entries);
  };
  const quietly = (): void => void load().catch(() => undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  wireListeners.push(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      quietly();
    }, 250);
  });
  quietly();
}
