// 抽取公证表 (Art. 13): everything by which somebody who was not there can compute the draw again, and the names of those who were.
import { type Form, type Issued, SAMPLE_ISSUED } from '../form.ts';

/** The facts of a draw's protocol. */
export interface DrawProtocolFacts extends Issued {
  readonly draw: string;
  /** `2026-03-12 10:00`. */
  readonly time: string;
  readonly place: string;
  readonly rosterHash: string;
  readonly pools: readonly { readonly category: string; readonly pool: string; readonly quota: string }[];
  readonly exclusions: readonly { readonly name: string; readonly reason: string }[];
  /** Protocol and version, from which the algorithm follows. */
  readonly algorithm: string;
  readonly rules: string;
  readonly commitment: string;
  readonly seed: string;
  readonly witnesses: readonly string[];
  readonly selected: readonly {
    readonly institution: string;
    readonly category: string;
    readonly leader: string;
    readonly inspectors: string;
  }[];
  readonly reserves: readonly { readonly order: string; readonly name: string; readonly category: string }[];
}

/** 抽取公证表. */
export const DRAW_PROTOCOL: Form<DrawProtocolFacts> = {
  name: '抽取公证表',
  isWide: false,
  sample: {
    ...SAMPLE_ISSUED,
    draw: '2026-0001',
    time: '2026-03-12 10:00',
    place: '示例县司法局会议室',
    rosterHash: '11'.repeat(32),
    pools: [{ category: '律师事务所', pool: '8', quota: '1' }],
    exclusions: [{ name: '示例停业律师事务所', reason: '停业' }],
    algorithm: 'SSJ-1',
    rules: '《示例县司法局“双随机一公开”工作实施细则》（示例司文〔2020〕9号）',
    commitment: '22'.repeat(32),
    seed: '33'.repeat(32),
    witnesses: ['示例戊（纪检）', '示例己（机构代表）'],
    selected: [{ institution: '示例明理律师事务所', category: '律师事务所', leader: '示例乙', inspectors: '示例乙、示例丙' }],
    reserves: [{ order: '1', name: '示例正和律师事务所', category: '律师事务所' }],
  },
};
