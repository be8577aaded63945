// Starts the stand-in platform as a process of its own, from arguments and environment, and tells its parent what it should know.
import { parseArgs } from 'node:util';
import { type PlatformOptions, SANDBOX_APP, startPlatform } from './platform.ts';

const USAGE =
  '用法：node sandbox/main.js [--port 0] [--product http://127.0.0.1:3000] [--data 文件] [--app-id cli_…] [--time-scale 1] [--offset-ms 0] [--webhook 地址 --verification-token … --encrypt-key …]；密钥取自环境变量 SANDBOX_APP_SECRET';

const TEXT = { type: 'string' } as const;

function readOptions(): PlatformOptions {
  const { values } = parseArgs({
    options: {
      port: TEXT,
      product: TEXT,
      data: TEXT,
      'app-id': TEXT,
      'time-scale': TEXT,
      'offset-ms': TEXT,
      webhook: TEXT,
      'encrypt-key': TEXT,
      'verification-token': TEXT,
    },
  });
  const appId = values['app-id'] ?? SANDBOX_APP.appId;
  if (!/^cli_[0-9a-f]{16}$/i.test(appId)) throw new Error('--app-id 须为 cli_ 加 16 位十六进制数');
  return {
    port: number('--port', values.port, 0),
    timeScale: number('--time-scale', values['time-scale'], 1),
    offsetMs: Number(values['offset-ms'] ?? 0),
    app: { appId, appSecret: process.env['SANDBOX_APP_SECRET'] || SANDBOX_APP.appSecret },
    ...(values.product === undefined ? {} : { product: values.product }),
    ...(values.data === undefined ? {} : { data: values.data }),
    ...(values.webhook === undefined
      ? {}
      : {
          webhook: {
            url: values.webhook,
            verificationToken: values['verification-token'] ?? '',
            ...(values['encrypt-key'] === undefined ? {} : { encryptKey: values['encrypt-key'] }),
          },
        }),
    onClock: ({ offsetMs }) => tellParent({ kind: 'clock', offsetMs }),
  };
}

function number(name: string, text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text);
  if (!Number.isFinite(value) || value < 0) throw new Error(`${name} 须为数字`);
  return value;
}

function tellParent(message: object): void {
  if (process.connected) process.send?.(message);
}

try {
  const platform = await startPlatform(readOptions());
  tellParent({ kind: 'listening', port: platform.port });
  tellParent({ kind: 'clock', offsetMs: platform.state.clock.view().offsetMs });
  process.stdout.write(`飞书替身：${platform.url}/sandbox\n`);
  const stop = (): void => void platform.close().then(() => process.exit(0));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
  process.once('disconnect', stop);
} catch (problem) {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n${USAGE}\n`);
  process.exitCode = 2;
}
