// Views of the lists, of imports, and of what concerns a person's account.

import type { ActVerb } from '../../cards/acts.ts';
import type { Card } from '../../cards/card.ts';
import { bindingCodeFace } from '../../cards/faces/binding-code.ts';
import { boundFace } from '../../cards/faces/bound.ts';
import { chooseGroupFace } from '../../cards/faces/choose-group.ts';
import { greetingFace } from '../../cards/faces/greeting.ts';
import { helpFace } from '../../cards/faces/help.ts';
import { importDoneFace } from '../../cards/faces/import-done.ts';
import { importPreviewFace } from '../../cards/faces/import-preview.ts';
import { type ListPageFacts, listPageFace } from '../../cards/faces/list-page.ts';
import { listRowFace } from '../../cards/faces/list-row.ts';
import { listsFace } from '../../cards/faces/lists.ts';
import { isBootstrap } from '../../domain/binding.ts';
import { may } from '../../domain/may.ts';
import type { Person } from '../../domain/person.ts';
import { ROSTER_KINDS, type RosterHistory, type RosterKind, type RosterRows } from '../../domain/roster.ts';
import { commandsFor } from '../../words/commands.ts';
import { allowed, type Look, must, namesOf } from './context.ts';
import { openWork } from './work.ts';

const PAGE = 10;
const CHANGES_SHOWN = 50;

export async function helpView(look: Look): Promise<Card> {
  const { viewer } = look;
  const open = viewer ? (await openWork(look, viewer)).length : 0;
  return helpFace({
    name: viewer && !isBootstrap(viewer) ? viewer.name : '',
    roles: viewer?.roles ?? [],
    commands: commandsFor(viewer?.roles ?? []),
    open,
  });
}

export function greetingView(look: Look): Card {
  return greetingFace({ office: look.office.rules.office.name });
}

export async function bindingCodeView(look: Look): Promise<Card> {
  const person = await must(look.books.people.get(look.about), 'person', look.about);
  return bindingCodeFace({ person, code: String(look.extra['code'] ?? ''), expiresAt: new Date(String(look.extra['expiresAt'])) });
}

export async function boundView(look: Look): Promise<Card> {
  const person = await must(look.books.people.get(look.about), 'person', look.about);
  return boundFace({ person, commands: commandsFor(person.roles) });
}

export async function chooseGroupView(look: Look): Promise<Card> {
  const groups = await look.books.groups.all();
  const announcing = await look.books.groups.announcing();
  const group = groups.find(({ chat }) => chat === look.about);
  return chooseGroupFace({
    chat: look.about,
    name: group?.name ?? String(look.extra['name'] ?? ''),
    announcing: announcing?.name ?? null,
    isThisOne: announcing?.chat === look.about,
  });
}

export async function listsView(look: Look): Promise<Card> {
  const lists = [];
  for (const kind of ROSTER_KINDS)
    lists.push({ kind, count: await look.books[kind].count(), changedAt: await look.books[kind].changedAt() });
  return listsFace({ lists, may: mayOfLists(look.viewer) });
}

export async function listPageView(look: Look): Promise<Card> {
  const kind = look.about as RosterKind;
  const search = String(look.extra['search'] ?? '');
  const page = Math.max(1, Number(look.extra['page'] ?? 1));
  const { total, rows } = await look.books[kind].search(search, { skip: (page - 1) * PAGE, take: PAGE });
  const list = { kind, rows } as ListPageFacts['list'];
  const pages = Math.max(1, Math.ceil(total / PAGE));
  return listPageFace({
    list,
    search,
    total,
    page,
    pages,
    names: await namesOf(look, {}),
    today: look.today,
    may: mayOfLists(look.viewer),
  });
}

const HISTORY_SHOWN = 10;
const THING_OF = { people: 'person', institutions: 'institution', matters: 'matter', documents: 'document' } as const;

export async function listRowView(look: Look): Promise<Card> {
  const kind = ROSTER_KINDS.find((known) => known === look.extra['kind']) ?? 'people';
  const row = await must<RosterRows[RosterKind]>(look.books[kind].get(look.about), THING_OF[kind], look.about);
  const history: readonly RosterHistory<RosterRows[RosterKind]>[] = await look.books[kind].history(row.id);
  return listRowFace({
    kind,
    row,
    history: history.toReversed().slice(0, HISTORY_SHOWN),
    names: await namesOf(look, { people: history.map(({ by }) => by) }),
    may: mayOfLists(look.viewer),
  });
}

export async function importPreviewView(look: Look): Promise<Card> {
  const pending = await must(look.books.imports.get(look.about), 'import', look.about);
  const changes = (await look.books.imports.staged(pending.id, pending.kind)).slice(0, CHANGES_SHOWN);
  const isMine = look.viewer?.id === pending.by && pending.state === 'waiting';
  const mayNow = allowed({ 'confirm-import': isMine && pending.problems.length === 0, 'cancel-import': isMine });
  return importPreviewFace({ pending, changes, names: await namesOf(look, { people: [pending.by] }), may: mayNow });
}

export async function importDoneView(look: Look): Promise<Card> {
  const pending = await must(look.books.imports.get(look.about), 'import', look.about);
  const count = await look.books[pending.kind].count();
  const bound = pending.kind === 'people' && pending.state === 'confirmed' ? await boundCount(look) : null;
  return importDoneFace({ pending, names: await namesOf(look, { people: [pending.by] }), count, bound });
}

async function boundCount(look: Look): Promise<number> {
  return (await look.books.people.all()).filter((person) => person.feishu ?? person.dingtalk).length;
}

function mayOfLists(viewer: Person | null): readonly ActVerb[] {
  const sees = viewer !== null && may(viewer, 'see-lists');
  const keeps = viewer !== null && (may(viewer, 'keep-lists') || may(viewer, 'import-people'));
  return allowed({
    'show-lists': sees,
    'show-list': sees,
    'export-list': sees,
    'show-measures': viewer !== null && may(viewer, 'see-inspections'),
    'template-list': keeps,
    'issue-code': viewer !== null && may(viewer, 'bind-people'),
    'unbind-account': viewer !== null && may(viewer, 'bind-people'),
    'set-roles': viewer !== null && may(viewer, 'change-roles'),
  });
}
