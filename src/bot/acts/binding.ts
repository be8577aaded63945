// Acts that tie people to accounts and groups to their purpose.
import type { Notice } from '../../domain/notice.ts';
import { type Person, type PersonId, ROLES } from '../../domain/person.ts';
import { chooseGroup } from '../../flows/choose-group.ts';
import { issueCode } from '../../flows/issue-code.ts';
import { setRoles } from '../../flows/set-roles.ts';
import { unbindAccount } from '../../flows/unbind-account.ts';
import { ROLE_WORDS } from '../../words/people.ts';
import { type ActHandler, type ActTurn, manyOf, needs, refuse } from './pressed.ts';

/** `/绑定 张检查` or `/绑定 P012`: a code for that person. Of several with one name the list is shown, to press the right one. */
export const giveCode: ActHandler = async (turn) => {
  const named = await peopleCalled(turn, turn.asked.about);
  if (named.length > 1) {
    const page = { face: 'list-page', about: 'people', extra: { search: turn.asked.about, page: 1 } } as const;
    return needs(turn, 'bind-people') ?? { notice: page };
  }
  return turn.through(
    (office) => issueCode(office, turn.by, named[0]?.id ?? turn.asked.about),
    ({ person, code, expiresAt }) => ({
      notice: { face: 'binding-code', about: person.id, extra: { code, expiresAt: expiresAt.toISOString() } },
    }),
  );
};

/** `/绑定` says whose account this is; a code from somebody who has one is not used, and must not look as if it had been. */
export const boundAlready: ActHandler = ({ asked, by }) =>
  Promise.resolve(asked.about === '' ? { notice: { face: 'bound', about: by.id } } : refuse({ kind: 'account-taken', name: by.name }));

async function peopleCalled({ office }: ActTurn, word: string): Promise<readonly Person[]> {
  return office.store.read(async (books) => {
    const byId = await books.people.get(word.toUpperCase());
    return byId ? [byId] : (await books.people.all()).filter(({ name, status }) => name === word && status !== 'left');
  });
}

export const unbind: ActHandler = async (turn) => {
  const id = await idOf(turn);
  return turn.through(
    (office) => unbindAccount(office, turn.by, id, turn.incoming.platform),
    () => ({ notice: personRow(id), toast: 'unbound' }),
  );
};

export const showRoles: ActHandler = async (turn) =>
  needs(turn, 'change-roles') ?? { notice: { face: 'notice-text', about: '', extra: { key: 'roles' } } };

/** Typed: `/角色 P007 经办人 见证人`; without roles the person's card, on which they can be ticked. */
export const changeRoles: ActHandler = async (turn) => {
  const id = await idOf(turn);
  const typed = turn.asked.words.split(/[\s,，、]+/u).filter((word) => word !== '');
  const words = typed.length > 0 ? typed : manyOf(turn.form, 'roles');
  if (words.length === 0 && turn.incoming.kind !== 'press') return needs(turn, 'change-roles') ?? { notice: personRow(id) };
  const roles = words.flatMap((word) => ROLES.find((role) => role === word || ROLE_WORDS[role] === word) ?? []);
  if (roles.length < words.length) return refuse({ kind: 'unknown-option', name: 'roles' });
  return turn.through(
    (office) => setRoles(office, turn.by, id, roles),
    () => ({ notice: personRow(id), toast: 'roles-set' }),
  );
};

/** The only person of that code or name; the text itself where there is none or several, so that the refusal names it. */
async function idOf(turn: ActTurn): Promise<PersonId> {
  const named = await peopleCalled(turn, turn.asked.about);
  return named.length === 1 ? (named[0]?.id ?? turn.asked.about) : turn.asked.about;
}

function personRow(id: PersonId): Notice {
  return { face: 'list-row', about: id, extra: { kind: 'people' } };
}

export const takeGroup: ActHandler = async (turn) => {
  const chat = await groupMeant(turn);
  if (chat === null) return needs(turn, 'choose-group') ?? refuse({ kind: 'group-unclear' });
  return turn.through(
    (office) => chooseGroup(office, turn.by, turn.incoming.platform, chat),
    (group) => ({
      notice: { face: 'choose-group', about: group.chat },
      toast: 'group-chosen',
      touches: [{ face: 'choose-group', about: group.chat }],
    }),
  );
};

/** Nothing is to be written: a group is no 公示群 until it is chosen. */
export const leaveGroup: ActHandler = async (turn) => {
  const chat = await groupMeant(turn);
  const refusal = needs(turn, 'choose-group') ?? (chat === null ? refuse({ kind: 'group-unclear' }) : null);
  return refusal ?? { notice: { face: 'choose-group', about: chat ?? '' }, toast: 'group-declined' };
};

export const showSettings: ActHandler = async (turn) => {
  const { office, incoming } = turn;
  const groups = await office.store.read((books) => books.groups.all());
  const announcing = await office.store.read((books) => books.groups.announcing());
  const here = groupOf(incoming);
  const shown = groups.find(({ chat }) => chat === here) ?? announcing ?? groups[0];
  return (
    needs(turn, 'change-settings') ?? (shown ? { notice: { face: 'choose-group', about: shown.chat } } : refuse({ kind: 'group-unclear' }))
  );
};

/** The group of the button, else the one in which it was typed, else the only one there is. */
async function groupMeant({ asked, incoming, office }: ActTurn): Promise<string | null> {
  if (asked.about !== '') return asked.about;
  const here = groupOf(incoming);
  if (here !== null) return here;
  const groups = (await office.store.read((books) => books.groups.all())).filter(({ platform }) => platform === incoming.platform);
  return groups.length === 1 ? (groups[0]?.chat ?? null) : null;
}

function groupOf(incoming: ActTurn['incoming']): string | null {
  return 'isGroup' in incoming && incoming.isGroup ? incoming.chat : null;
}
