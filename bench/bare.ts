// Measures the bare SDK under the same waves of presses, in a process of its own.
import { fork } from 'node:child_process';
import path from 'node:path';
import { memberById } from '../sandbox/people.ts';
import { startPlatform } from '../sandbox/platform.ts';
import { AT_ONCE } from './busy-office.ts';

/** Latencies in ms of that many waves. */
export async function bareLatencies(waves: number): Promise<readonly number[]> {
  const platform = await startPlatform();
  const { state, app } = platform;
  const child = fork(path.join(import.meta.dirname, 'bare-handler.ts'), [app.appId, app.appSecret, platform.url], {
    execArgv: ['--import', 'tsx'],
    stdio: 'ignore',
  });
  try {
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', () => reject(new Error('the bare handler ended')));
    });
    const as = memberById('P002');
    if (!as) throw new Error('nobody to press');
    const card = state.say(state.world.privateChatOf(as.id), {
      from: 'bot',
      type: 'interactive',
      content: '{}',
      text: null,
      card: {},
      file: null,
      parent: null,
      root: null,
      uuid: null,
      isRecalled: false,
    });
    const latencies: number[] = [];
    for (let wave = 0; wave < waves; wave += 1) {
      const presses = Array.from({ length: AT_ONCE }, async (_, i) => {
        const envelope = state.envelopes.press(as, card, `c-${wave}-${i}`, { tag: 'button', value: { do: 'show-work', about: '' } });
        const began = performance.now();
        await state.delivery.call(envelope);
        return performance.now() - began;
      });
      latencies.push(...(await Promise.all(presses)));
    }
    return latencies;
  } finally {
    child.kill('SIGKILL');
    await platform.close();
  }
}
