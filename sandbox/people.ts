// The people of the stand-in's tenant, all 示例: nobody here exists.
import type { PersonView } from './shapes.ts';

/** A member with every id the platform knows somebody by. */
export interface Member extends PersonView {
  readonly userId: string;
  readonly unionId: string;
  readonly email: string;
}

/** The outsider: a private chat with the bot, but unknown to the office and not in the group. */
export const OUTSIDER = 'P900';

const ROLES: readonly (readonly [id: string, name: string, role: string])[] = [
  ['P001', '钱管理', '管理员'],
  ['P002', '王经办', '经办人'],
  ['P003', '赵局长', '负责人'],
  ['P004', '周纪检', '见证人'],
  ['P005', '吴纪检', '见证人'],
  ['P006', '郑审计', '审计'],
  ['P011', '李检查', '检查人员'],
  ['P012', '张检查', '检查人员'],
  ['P013', '刘检查', '检查人员'],
  ['P014', '陈检查', '检查人员'],
  ['P015', '杨检查', '检查人员'],
  ['P016', '黄检查', '检查人员'],
  ['P017', '何检查', '检查人员'],
  [OUTSIDER, '孙路人', '局外人'],
];

/** Everybody, in the order of the chat page's rail. */
export const PEOPLE: readonly Member[] = ROLES.map(([id, name, role]) => ({
  id,
  name,
  role,
  avatar: name.slice(0, 1),
  account: `ou_${id.padStart(32, '0')}`,
  mobile: `19900000${id.slice(1)}`,
  userId: `u${id.slice(1)}`,
  unionId: `on_${id.padStart(32, '0')}`,
  email: `${id.toLowerCase()}@example.com`,
}));

/** The member with this id, or undefined. */
export const memberById = (id: string): Member | undefined => PEOPLE.find((person) => person.id === id);

/** How a request names somebody. */
export type IdType = 'open_id' | 'user_id' | 'union_id' | 'email';

/** The member whom a request names, or undefined. */
export function memberByPlatformId(type: IdType, value: string): Member | undefined {
  const field = { open_id: 'account', user_id: 'userId', union_id: 'unionId', email: 'email' } as const;
  return PEOPLE.find((person) => person[field[type]] === value);
}
