// One institution looks for itself, by its code or its name: where it came, its ticket, and the command that recomputes it elsewhere.
import { institutionsLike, ticketOf } from '../ticket.ts';
import { around, digestOf, element } from './element.ts';

/** More of one name than these are not listed. */
const MOST = 5;

/** The part of the page where an institution asks; `record` gives what was read last. */
export function openOwn(record: () => unknown): { readonly root: HTMLElement; refresh(): void } {
  const input = document.createElement('input');
  input.type = 'text';
  input.autocomplete = 'off';
  const caption = '统一社会信用代码，或名称里的几个字';
  const field = around('label', 'verifier-field verifier-own', [caption, input]);
  const answer = element('div', 'verifier-tickets');
  answer.setAttribute('aria-live', 'polite');
  const refresh = (): void => answer.replaceChildren(...answersTo(record(), input.value.trim()));
  input.addEventListener('input', refresh);
  const words = '每家机构的“签”由种子和它自己的代码算出，与名单里还有谁、排在哪里无关。';
  const root = around('section', 'verifier-institution', [
    element('h2', '', '查一家机构的签'),
    element('p', 'second', words),
    field,
    answer,
  ]);
  return { root, refresh };
}

function answersTo(record: unknown, typed: string): readonly HTMLElement[] {
  if (typed === '') return [];
  const found = institutionsLike(record, typed);
  if (found.length === 0) return [element('p', 'ticket-words', `名单里没有代码或名称与“${typed}”相符的机构。`)];
  if (found.length > MOST) return [element('p', 'ticket-words', `有 ${found.length} 家相符，请再多写几个字。`)];
  return found.map(({ id, name }) => ticketLine(record, id, name));
}

function ticketLine(record: unknown, id: string, name: string): HTMLElement {
  const standing = ticketOf(record, id);
  const title = element('p', 'ticket-title', `${name}　${id}`);
  switch (standing.kind) {
    case 'unknown':
      return around('section', 'ticket', [title, element('p', 'ticket-words', '这份记录的规则不成立，算不出签。')]);
    case 'not-in-pool':
      return around('section', 'ticket', [title, element('p', 'ticket-words', `${standing.why}。`)]);
    case 'in-pool': {
      const place = `在同类机构（类别代码 ${standing.stratum}）里排第 ${standing.place} 位，${standing.isDrawn ? '抽中' : '为递补'}。它的签：`;
      return around('section', 'ticket', [
        title,
        element('p', 'ticket-words', place),
        around('code', 'ticket-digest', [digestOf(standing.ticket)]),
        element('p', 'ticket-words', '不用本页，在任何一台装有 sha256sum 的电脑上，这一行命令也能算出它：'),
        element('code', 'ticket-command', standing.command),
      ]);
    }
  }
}
