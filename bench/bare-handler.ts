// The baseline of presses: the bare SDK on a connection of its own, answering {} to every callback.
import * as lark from '@larksuiteoapi/node-sdk';

const [appId = '', appSecret = '', domain = ''] = process.argv.slice(2);
const logger = { error: () => undefined, warn: () => undefined, info: () => undefined, debug: () => undefined, trace: () => undefined };
const client = new lark.WSClient({ appId, appSecret, domain, logger, onReady: () => process.send?.({ kind: 'ready' }) });
const eventDispatcher = new lark.EventDispatcher({ logger }).register({ 'card.action.trigger': async () => ({}) });
await client.start({ eventDispatcher });
