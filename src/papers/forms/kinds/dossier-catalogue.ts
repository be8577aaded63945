// 卷宗目录 (Art. 18): what is in a dossier, on which pages, under which hash, and the note that closes it (备考表).
import type { Day } from '../../../domain/day.ts';
import { type Form, type Issued, SAMPLE_ISSUED, SAMPLE_SUBJECT } from '../form.ts';

/** The facts of a catalogue; the order of its lines is `DOSSIER_ORDER`. */
export interface DossierCatalogueFacts extends Issued {
  readonly institution: string;
  readonly inspection: string;
  readonly entries: readonly {
    readonly section: string;
    readonly title: string;
    readonly number: string;
    readonly day: Day | '';
    readonly pages: string;
    readonly hash: string;
  }[];
  readonly pages: string;
  readonly filedBy: string;
  readonly checkedBy: string;
  readonly filed: Day | '';
}

/** The sections of a dossier in their order. */
export const DOSSIER_ORDER = [
  '封面',
  '目录',
  '比例文件和计划',
  '事项清单版本',
  '名录库快照',
  '抽取公证表',
  '回避材料',
  '审批表',
  '通知书和送达回证',
  '笔录、记录表、评查表',
  '证据清单',
  '责令改正、提醒、约谈',
  '整改报告和回访',
  '处理文书',
  '公示截图、网址和时间',
  '指导记录',
  '备考表',
] as const;

/** 卷宗目录. */
export const DOSSIER_CATALOGUE: Form<DossierCatalogueFacts> = {
  name: '卷宗目录',
  isWide: false,
  sample: {
    ...SAMPLE_ISSUED,
    institution: SAMPLE_SUBJECT.name,
    inspection: '2026-0001-01',
    entries: DOSSIER_ORDER.map((section, index) => ({
      section,
      title: `示例${section}`,
      number: '',
      day: '2026-03-12',
      pages: String(index + 1),
      hash: '55555555',
    })),
    pages: String(DOSSIER_ORDER.length),
    filedBy: '示例丁',
    checkedBy: '示例壬',
    filed: '2026-06-30',
  },
};
