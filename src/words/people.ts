// Roles and the sides of a person, in the glossary's words.
import type { Person, Role } from '../domain/person.ts';

/** Roles. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  admin: '管理员',
  operator: '经办人',
  head: '负责人',
  inspector: '执法检查人员',
  witness: '见证人',
  auditor: '审计',
};

/** As the inspector list has it (Art. 8). */
export const SEX_WORDS: Readonly<Record<Person['sex'], string>> = { male: '男', female: '女' };

/** `经办人、见证人`. */
export function sayRoles(roles: readonly Role[]): string {
  return roles.map((role) => ROLE_WORDS[role]).join('、');
}
