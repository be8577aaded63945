// A desk with its postman and clock on a real store, and a door that only remembers: for questions about events, not about a platform.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Clock, startClock } from '../../src/bot/clock.ts';
import { openComputing } from '../../src/bot/computing.ts';
import { type OpenDesk, openDesk } from '../../src/bot/desk.ts';
import type { Door, Outgoing, Target } from '../../src/bot/door.ts';
import { evidenceFolder } from '../../src/bot/evidence-folder.ts';
import type { Incoming } from '../../src/bot/incoming.ts';
import { openPostman, type Postman } from '../../src/bot/postman.ts';
import { render, renderCard } from '../../src/bot/views/render.ts';
import { renderText } from '../../src/cards/text.ts';
import type { Log } from '../../src/log.ts';
import type { TestOffice } from './office.ts';

/** What the door was asked to send, or to show anew. */
export interface Shown {
  readonly to: Target | null;
  readonly message: string;
  readonly text: string;
}

/** The parts, and what the door saw. */
export interface DeskBench {
  readonly desk: OpenDesk;
  readonly postman: Postman;
  readonly clock: Clock;
  readonly sent: Shown[];
  readonly updated: Shown[];
  /** Bytes of the files that people sent, by the platform's key. */
  readonly files: Map<string, Uint8Array>;
  /** The keys that were downloaded. */
  readonly downloaded: string[];
  readonly folder: string;
  /** Takes a text from a private chat and waits until it is answered. */
  say(account: string, text: string): Promise<void>;
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a bench; `onError` hears each event the desk logs as an error. */
export function openDeskBench(office: TestOffice, onError: (event: string) => void = () => undefined): DeskBench {
  const folder = mkdtempSync(path.join(tmpdir(), 'mingqian-desk-'));
  const [sent, updated]: [Shown[], Shown[]] = [[], []];
  const files = new Map<string, Uint8Array>();
  const downloaded: string[] = [];
  const door: Door = {
    platform: 'feishu',
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    send(to, what) {
      const message = `om_${sent.length + 1}`;
      sent.push({ to, message, text: textOf(what) });
      return Promise.resolve({ kind: 'sent', message });
    },
    update(message, card) {
      updated.push({ to: null, message, text: renderText(card) });
      return Promise.resolve({ kind: 'sent', message });
    },
    download: (_message, file) => {
      downloaded.push(file);
      return Promise.resolve(files.get(file) ?? null);
    },
    lookUp: () => Promise.resolve(new Map()),
    state: () => ({ isConnected: true, since: null, lastEventAt: null }),
  };
  const log: Log = { info: () => undefined, warn: () => undefined, error: (event) => onError(event) };
  const computing = openComputing({ log, now: office.now });
  const views = { office, computing, site: null };
  const doors = () => [door];
  const postman = openPostman({ office, log, doors, render: (notice, viewer) => render(views, notice, viewer) });
  const keep = evidenceFolder(path.join(folder, 'evidence'));
  const desk = openDesk({ office, postman, log, doors, render: (notice, viewer) => renderCard(views, notice, viewer), keep, computing });
  const clock = startClock({ office, desk, postman, log, platforms: () => ['feishu'] });
  let keys = 0;
  const settle = async (): Promise<void> => {
    await desk.idle();
    await computing.idle();
    postman.kick();
    await postman.idle();
  };
  return {
    desk,
    postman,
    clock,
    sent,
    updated,
    files,
    downloaded,
    folder,
    async say(account, text) {
      keys += 1;
      await desk.take(textFrom(account, text, `feishu:om_said_${keys}`, office.now()));
      await settle();
    },
    settle,
    async close() {
      await clock.stop();
      await settle();
      await postman.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function textOf(what: Outgoing): string {
  return what.kind === 'card' ? renderText(what.card) : what.kind === 'text' ? what.text : what.fileName;
}

/** A text in a private chat. */
export function textFrom(account: string, text: string, key: string, at: Date): Extract<Incoming, { kind: 'text' }> {
  const message = key.replace('feishu:', '');
  return {
    kind: 'text',
    key,
    platform: 'feishu',
    account,
    at,
    chat: `oc_${account}`,
    isGroup: false,
    message,
    parent: null,
    root: null,
    text,
  };
}
