// Looking people up, and what the app may know about itself.
import { z } from 'zod';
import { type Answer, done, refused } from './answers.ts';
import { BOT } from './bot.ts';
import { type Member, memberByPlatformId, PEOPLE } from './people.ts';
import type { PlatformState } from './platform-state.ts';

const UserIdType = z.enum(['open_id', 'user_id', 'union_id']).default('open_id');
const LookUp = z.object({
  emails: z.array(z.string()).max(50).optional(),
  mobiles: z.array(z.string()).max(50).optional(),
  include_resigned: z.boolean().optional(),
});

/** `POST contact/v3/users/batch_get_id`: whoever is not found comes back without a user_id. */
export function lookUp(type: unknown, body: unknown): Answer {
  const idType = UserIdType.safeParse(type);
  const asked = LookUp.safeParse(body);
  if (!idType.success || !asked.success) return refused(40001, 'param error');
  const { emails = [], mobiles = [] } = asked.data;
  const found = (member: Member | undefined): object => (member === undefined ? {} : { user_id: idOf(member, idType.data) });
  return done({
    user_list: [
      ...emails.map((email) => ({ email, ...found(PEOPLE.find((person) => person.email === email)) })),
      ...mobiles.map((mobile) => ({ mobile, ...found(PEOPLE.find((person) => person.mobile === mobile.replace(/^\+86/, ''))) })),
    ],
  });
}

/** `GET contact/v3/users/:id`: the name, without what needs a sensitive scope. */
export function user(type: unknown, id: string): Answer {
  const idType = UserIdType.safeParse(type);
  if (!idType.success) return refused(40001, 'param error');
  const member = memberByPlatformId(idType.data, id);
  if (member === undefined) return refused(99992351, `The request you send is not a valid {${idType.data}} or not exists.`);
  return done({ user: { open_id: member.account, union_id: member.unionId, name: member.name, en_name: '' } });
}

/** `GET bot/v3/info`: `bot` stands beside `code`, not under `data`. */
export const botInfo = (): Answer => ({
  status: 200,
  body: { code: 0, msg: 'ok', bot: { activate_status: 2, app_name: BOT.name, avatar_url: '', ip_white_list: [], open_id: BOT.openId } },
});

/** `GET event/v1/connection`. */
export const connectionCount = (state: PlatformState): Answer => done({ online_instance_cnt: state.connections.count() });

/** `GET application/v6/applications/:id`: the scopes the sandbox app was granted. */
export const application = (state: PlatformState): Answer =>
  done({
    app: {
      app_id: state.app.appId,
      app_name: BOT.name,
      status: 1,
      scopes: SCOPES.map((scope) => ({ scope, description: '', level: 1 })),
      online_version_id: 'oav_sandbox',
    },
  });

const SCOPES = [
  'im:message.p2p_msg:readonly',
  'im:message.group_at_msg:readonly',
  'im:message:send_as_bot',
  'im:message:readonly',
  'im:message.urgent',
  'im:resource',
  'im:chat:readonly',
  'contact:user.id:readonly',
  'contact:contact.base:readonly',
  'contact:user.base:readonly',
  'application:application:self_manage',
  'application:application.bot.operator_name:readonly',
];

const idOf = (member: Member, type: 'open_id' | 'user_id' | 'union_id'): string =>
  ({ open_id: member.account, user_id: member.userId, union_id: member.unionId })[type];
