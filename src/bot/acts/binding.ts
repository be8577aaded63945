// Acts that tie people to accounts and groups to their purpose.
import { chooseGroup } from '../../flows/choose-group.ts';
import { issueCode } from '../../flows/issue-code.ts';
import { type ActHandler, refuse } from './pressed.ts';

export const giveCode: ActHandler = (turn) =>
  turn.through(
    (office) => issueCode(office, turn.by, turn.asked.about),
    ({ person, code, expiresAt }) => ({
      notice: { face: 'binding-code', about: person.id, extra: { code, expiresAt: expiresAt.toISOString() } },
    }),
  );

export const takeGroup: ActHandler = async (turn) => {
  const chat = turn.asked.about !== '' ? turn.asked.about : groupOf(turn.incoming);
  if (chat === null) return refuse({ kind: 'not-found', what: 'group', id: '' });
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
export const leaveGroup: ActHandler = async (turn) => ({
  notice: { face: 'choose-group', about: turn.asked.about },
  toast: 'group-declined',
});

export const showSettings: ActHandler = async ({ office, incoming }) => {
  const groups = await office.store.read((books) => books.groups.all());
  const here = groupOf(incoming);
  const shown = groups.find(({ chat }) => chat === here) ?? groups[0];
  return shown ? { notice: { face: 'choose-group', about: shown.chat } } : refuse({ kind: 'not-found', what: 'group', id: '' });
};

function groupOf(incoming: Parameters<ActHandler>[0]['incoming']): string | null {
  return 'isGroup' in incoming && incoming.isGroup ? incoming.chat : null;
}
