// What a door itself says: two toasts, and what the doctor advises when a platform does not let us in.

/** Said when the desk has not answered a press in time; the card follows. */
export const PRESS_RECEIVED = '操作已收到，正在处理';

/** Said when a press failed through our fault. */
export const PRESS_FAILED = '系统出错，已记录，请稍后再试';

/** What the doctor looks at in Feishu. */
export type FeishuCheck = 'credentials' | 'bot' | 'scopes' | 'connections' | 'clock';

/** What to do when a check fails, in words for an administrator. */
export const FEISHU_ADVICE: Readonly<Record<FeishuCheck, string>> = {
  credentials: '应用凭证不被接受：请核对 FEISHU_APP_ID、FEISHU_APP_SECRET（开发者后台 → 凭证与基础信息），并确认能访问飞书开放平台',
  bot: '读不到机器人信息：请在开发者后台为应用添加“机器人”能力，创建版本并发布',
  scopes: '缺少权限，请在开发者后台 → 权限管理开通后重新发布版本',
  connections: '同一应用还有别的程序在线，会抢走一部分消息：请停掉其他实例，一个应用只运行一个进程',
  clock: '本机时间与飞书相差过大：请校准系统时间',
};

/** Said when the scopes could not be read, which is no fault in itself. */
export const SCOPES_UNKNOWN = '无法自查权限（未开通 application:application:self_manage），请对照文档人工核对';
