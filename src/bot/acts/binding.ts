// Acts that tie people to accounts and groups to their purpose.
import type { Person } from '../../domain/person.ts';
import { chooseGroup } from '../../flows/choose-group.ts';
import { issueCode } from '../../flows/issue-code.ts';
import { type ActHandler, type ActTurn, needs, refuse } from './pressed.ts';

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

async function peopleCalled({ office }: ActTurn, word: string): Promise<readonly Person[]> {
  return office.store.read(async (books) => {
    const byId = await books.people.get(word.toUpperCase());
    return byId ? [byId] : (await books.people.all()).filter(({ name, status }) => name === word && status !== 'left');
  });
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
