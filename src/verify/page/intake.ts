// How a record comes in: brought by the page, chosen from a folder, or dropped anywhere on the page.
import { momentOf } from '../form.ts';
import type { ReadRecord } from '../record.ts';
import { around, element } from './element.ts';

/** The part of the page that takes records. */
export interface Intake {
  readonly root: HTMLElement;
  /** Says which record is being verified; null: it is none that can be read. */
  show(name: string, record: ReadRecord | null): void;
}

/** Calls `take` with the text of each file that comes in. */
export function openIntake(take: (text: string, name: string) => void): Intake {
  const field = document.createElement('input');
  field.type = 'file';
  field.accept = '.json,application/json';
  field.id = 'verifier-file';
  const label = element('label', 'verifier-choose', '选择记录文件');
  label.setAttribute('for', field.id);
  const state = element('p', 'verifier-at-hand', '还没有记录。记录是公示网站上每次抽签的“下载完整记录（JSON）”。');
  const hint = element('span', 'second', '或者把它拖到这一页的任何地方');
  const root = around('section', 'verifier-intake', [around('p', 'verifier-choice', [field, label, hint]), state]);
  const read = async (file: File | null | undefined): Promise<void> => {
    if (file) take((await file.text()).trim(), file.name);
  };
  field.addEventListener('change', () => {
    void read(field.files?.[0]);
    // The same file, changed meanwhile, can be chosen again.
    field.value = '';
  });
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    root.classList.add('verifier-over');
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) root.classList.remove('verifier-over');
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    root.classList.remove('verifier-over');
    void read(event.dataTransfer?.files[0]);
  });
  const show: Intake['show'] = (name, record) => {
    state.replaceChildren(...(record ? aboutRecord(name, record) : [`${name}：读不出是一份抽签记录。`]));
    label.textContent = '换一份记录';
  };
  return { root, show };
}

function aboutRecord(name: string, { manifest, roster, inspectors, events }: ReadRecord): readonly (Node | string)[] {
  const changes = events.length > 0 ? `，抽签后变更 ${events.length} 次` : '';
  return [
    element('strong', '', `${manifest.draw}号抽签`),
    `　${sayMoment(manifest.lockedAt)}封签，机构 ${roster.length} 家，人员 ${inspectors.length} 名${changes}。`,
    element('span', 'second', name),
  ];
}

/** `2026年3月16日（周一）09:00`, in Beijing's time whatever the reader's clock says. */
function sayMoment(text: string): string {
  const at = new Date((momentOf(text) ?? 0) + 8 * 3_600_000);
  const day = '日一二三四五六'[at.getUTCDay()] ?? '';
  return `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月${at.getUTCDate()}日（周${day}）${at.toISOString().slice(11, 16)}`;
}
