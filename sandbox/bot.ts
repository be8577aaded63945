// Who the bot is on the stand-in platform.
import type { MenuItem } from './shapes.ts';

/** The application as the developer console shows it. */
export interface App {
  readonly appId: string;
  readonly appSecret: string;
}

/** The bot's name, id among members and open_id. */
export const BOT = { id: 'bot', name: '明签', openId: `ou_${'b0'.padStart(32, '0')}`, unionId: `on_${'b0'.padStart(32, '0')}` } as const;

/** The one tenant there is. */
export const TENANT_KEY = '2ca1d211f64f6438';

/** The menu configured for the bot: an item sends `application.bot.menu_v6` with its key. */
export const MENU: readonly MenuItem[] = [
  { key: 'command:/帮助', name: '帮助' },
  { key: 'command:/待办', name: '待办' },
  { key: 'command:/我的任务', name: '我的任务' },
  { key: 'command:/任务', name: '新建任务' },
  { key: 'command:/检查', name: '检查' },
  { key: 'command:/名录', name: '名录' },
  { key: 'command:/统计', name: '统计' },
];
