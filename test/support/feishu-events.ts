// Feishu's events as the platform writes them, for tests to vary.
import { APP_ID, BOT_ID } from './feishu-peer.ts';

let count = 0;

/** An envelope of version 2.0. */
export function envelope(type: string, event: object, header: object = {}): object {
  count += 1;
  const usual = { event_id: `ev_${count}`, event_type: type, create_time: '1774000000000', token: 'vt', app_id: APP_ID, tenant_key: 'tk' };
  return { schema: '2.0', header: { ...usual, ...header }, event };
}

/** A message; `content` is what goes into its JSON text. */
export function message(message_type: string, content: unknown, more: object = {}, sender: object = {}): object {
  count += 1;
  return envelope('im.message.receive_v1', {
    sender: { sender_id: { open_id: 'ou_wang', union_id: 'on_1' }, sender_type: 'user', tenant_key: 'tk', ...sender },
    message: {
      message_id: `om_${count}`,
      create_time: '1774000000123',
      chat_id: 'oc_private',
      chat_type: 'p2p',
      message_type,
      content: typeof content === 'string' ? content : JSON.stringify(content),
      ...more,
    },
  });
}

/** A text in a group that mentions the bot under `@_user_1`. */
export function groupText(text: string, others: readonly object[] = []): object {
  const bot = { key: '@_user_1', id: { open_id: BOT_ID }, mentioned_type: 'bot', name: '明签' };
  return message('text', { text }, { chat_type: 'group', chat_id: 'oc_group', mentions: [bot, ...others] });
}

/** A press on a button. */
export function press(action: object = {}, more: object = {}): object {
  return envelope(
    'card.action.trigger',
    {
      operator: { open_id: 'ou_wang', tenant_key: 'tk' },
      token: 'c-295ee57216a5dc9de90fefd0aadb4b1d7d',
      action: { value: { do: 'confirm', about: 'T1', v: 3 }, tag: 'button', name: 'b1', ...action },
      host: 'im_message',
      context: { open_message_id: 'om_card', open_chat_id: 'oc_private' },
      ...more,
    },
    { create_time: '1774000000000000' },
  );
}
