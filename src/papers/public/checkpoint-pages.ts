// The facts of checkpoints on public pages: which there are, which keys sign them, and the newest to the byte.
import type { Step } from '../../domain/announcement.ts';
import { type Checkpoint, rootInNote } from '../../domain/checkpoint.ts';
import { type Facts, frame, link, moment, type Place, type Setting } from './frame.ts';

const STEP_WORDS: Readonly<Record<Step, string>> = {
  locked: '封签',
  closed: '封存见证',
  settled: '开签',
  changed: '变更',
  voided: '作废',
  outcome: '作废的签的结果',
};

/** Keys as the ledger was told of them, oldest first. */
export interface KeysTold {
  readonly vkeys: readonly string[];
  readonly since: Date;
}

/** Facts of the page of all checkpoints, the newest at the foot. */
export function checkpointsFacts(setting: Setting, checkpoints: readonly Checkpoint[], keys: readonly KeysTold[]): Facts {
  return {
    ...frame(setting, '工作记录存证', ''),
    keys: keys.flatMap(({ vkeys, since }) => vkeys.map((vkey) => ({ vkey, since: moment(since) }))),
    checkpoints: checkpoints.map((one) => checkpointLine(setting.place, one)),
    newest: checkpoints.at(-1)?.note ?? '',
  };
}

/** One line about a checkpoint. */
export function checkpointLine(place: Place, { size, root, draw, said, at }: Checkpoint): Facts {
  return {
    size,
    root: rootInNote(root),
    draw,
    link: link(place, `draws/${draw}`),
    step: STEP_WORDS[said.step],
    at: moment(at),
    file: noteFile(size),
  };
}

/** The address of a note, without its root; the same on a server and in files. */
export function noteFile(size: number): string {
  return `checkpoints/${size}.txt`;
}
