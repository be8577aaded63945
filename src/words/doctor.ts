// What the doctor says: one line for each thing looked at, and what to do where something is wrong.
import { FEISHU_ADVICE, type FeishuCheck } from './doors.ts';

/** Everything the doctor looks at. */
export type Check =
  | 'settings'
  | 'node'
  | 'database'
  | 'ledger'
  | 'checkpoints'
  | 'checkpoint-key'
  | 'admins'
  | 'calendar'
  | 'documents'
  | 'matters'
  | 'group'
  | 'drand'
  | 'platform'
  | `feishu-${FeishuCheck}`;

const NAMES: Readonly<Record<string, string>> = {
  settings: '设置',
  node: 'Node 版本',
  database: '数据库',
  ledger: '工作记录的链',
  checkpoints: '工作记录存证',
  'checkpoint-key': '存证私钥',
  admins: '管理员',
  calendar: '节假日数据',
  documents: '比例频次文件',
  matters: '抽查事项',
  group: '公示群',
  drand: '公共信标',
  platform: '聊天平台',
  'feishu-credentials': '飞书凭证',
  'feishu-bot': '飞书机器人',
  'feishu-scopes': '飞书权限',
  'feishu-connections': '飞书连接',
  'feishu-clock': '时钟',
};

const ADVICE: Readonly<Record<string, string>> = {
  node: '请使用 Node 20.19 或更新的版本。',
  database: '连不上数据库，请核对 DATABASE_URL。',
  ledger: '工作记录的链在这里断开，请先停用，用备份核对。',
  checkpoints: '工作记录与签过名的存证不符，请先停用，用备份核对；逐份看：mingqian checkpoints。',
  'checkpoint-key': '私钥文件应当只有程序自己能读（chmod 600），并另行保管一份。',
  admins: '还没有管理员：请在 MINGQIAN_ADMINS 里写上账号，或导入带“管理员”角色的人员。',
  calendar: '缺少这些年份的放假安排，期限会拒绝计算。国务院公布后，请填进 config/office.yaml 的 calendar。',
  documents: '没有生效的比例频次文件，不能抽签。请导入文件。',
  matters: '没有已公布的抽查事项，不能建任务。请导入事项。',
  group: '还没有公示群，抽签不会在群里公布。请把机器人拉进群并选为公示群。',
  drand: '用公共信标抽签时，取不到就要用手机抄来粘贴；能上网的请核对网络和 config/office.yaml 的 drand。',
  platform: '没有配置聊天平台：npm start 会启动试用环境，不能用于正式工作。',
};

/** A check as it came out; `warning` does not stop the product from working. */
export interface CheckLine {
  readonly check: Check;
  readonly state: 'fine' | 'warning' | 'broken';
  readonly detail: string;
}

/** `通过  数据库`, or the trouble and what to do about it. */
export function sayCheck({ check, state, detail }: CheckLine): string {
  const name = NAMES[check] ?? check;
  if (state === 'fine') return `通过　${name}${detail === '' ? '' : `：${detail}`}`;
  const advice = check.startsWith('feishu-') ? FEISHU_ADVICE[check.slice('feishu-'.length) as FeishuCheck] : (ADVICE[check] ?? '');
  return `${state === 'broken' ? '不通过' : '注意　'}${name}：${[detail, advice].filter((part) => part !== '').join('。')}`;
}

/** How many of drand's addresses answered with a signed round, and which did not. */
export function sayReached(all: number, silent: readonly string[]): string {
  if (all === 0) return '没有填取数的地址';
  const reached = `${all} 个地址里 ${all - silent.length} 个取到了签名正确的数值`;
  return silent.length === 0 ? reached : `${reached}，取不到的：${silent.join('、')}`;
}
