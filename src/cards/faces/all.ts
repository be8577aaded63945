// Every face by its name: the one table from which cards are drawn.
import type { Face } from '../../domain/notice.ts';
import type { Card } from '../card.ts';
import type { AnnouncementFacts } from './announcement.ts';
import { announcementFace } from './announcement.ts';
import type { AssignmentFacts } from './assignment.ts';
import { assignmentFace } from './assignment.ts';
import type { BeaconFacts } from './beacon.ts';
import { beaconFace } from './beacon.ts';
import type { BindingCodeFacts } from './binding-code.ts';
import { bindingCodeFace } from './binding-code.ts';
import type { BoundFacts } from './bound.ts';
import { boundFace } from './bound.ts';
import type { ChangeFacts } from './change.ts';
import { changeFace } from './change.ts';
import type { ChangeFormFacts } from './change-form.ts';
import { changeFormFace } from './change-form.ts';
import type { ChooseGroupFacts } from './choose-group.ts';
import { chooseGroupFace } from './choose-group.ts';
import type { ConfirmFacts } from './confirm.ts';
import { confirmFace } from './confirm.ts';
import type { ContributeFacts } from './contribute.ts';
import { contributeFace } from './contribute.ts';
import type { CosignFacts } from './cosign.ts';
import { cosignFace } from './cosign.ts';
import type { DiceFacts } from './dice.ts';
import { diceFace } from './dice.ts';
import type { DigestFacts } from './digest.ts';
import { digestFace } from './digest.ts';
import type { DrawCheckFacts } from './draw-check.ts';
import { drawCheckFace } from './draw-check.ts';
import type { ExportFileFacts } from './export-file.ts';
import { exportFileFace } from './export-file.ts';
import type { FindingsFacts } from './findings.ts';
import { findingsFace } from './findings.ts';
import type { ForecastFacts } from './forecast.ts';
import { forecastFace } from './forecast.ts';
import type { GreetingFacts } from './greeting.ts';
import { greetingFace } from './greeting.ts';
import type { HelpFacts } from './help.ts';
import { helpFace } from './help.ts';
import type { ImportDoneFacts } from './import-done.ts';
import { importDoneFace } from './import-done.ts';
import type { ImportPreviewFacts } from './import-preview.ts';
import { importPreviewFace } from './import-preview.ts';
import type { LeftFacts } from './left.ts';
import { leftFace } from './left.ts';
import type { ListPageFacts } from './list-page.ts';
import { listPageFace } from './list-page.ts';
import type { ListRowFacts } from './list-row.ts';
import { listRowFace } from './list-row.ts';
import type { ListsFacts } from './lists.ts';
import { listsFace } from './lists.ts';
import type { LockFacts } from './lock.ts';
import { lockFace } from './lock.ts';
import type { LotteryFacts } from './lottery.ts';
import { lotteryFace } from './lottery.ts';
import type { MeasureFacts } from './measure.ts';
import { measureFace } from './measure.ts';
import type { MeasuresFacts } from './measures.ts';
import { measuresFace } from './measures.ts';
import type { MyWorkFacts } from './my-work.ts';
import { myWorkFace } from './my-work.ts';
import type { NoticeTextFacts } from './notice-text.ts';
import { noticeTextFace } from './notice-text.ts';
import type { PhotoKeptFacts } from './photo-kept.ts';
import { photoKeptFace } from './photo-kept.ts';
import type { PublicationFacts } from './publication.ts';
import { publicationFace } from './publication.ts';
import type { RectificationFacts } from './rectification.ts';
import { rectificationFace } from './rectification.ts';
import type { RectificationsFacts } from './rectifications.ts';
import { rectificationsFace } from './rectifications.ts';
import type { RefusedFacts } from './refused.ts';
import { refusedFace } from './refused.ts';
import type { ResultFacts } from './result.ts';
import { resultFace } from './result.ts';
import type { ReviewFacts } from './review.ts';
import { reviewFace } from './review.ts';
import type { SettledFacts } from './settled.ts';
import { settledFace } from './settled.ts';
import type { StatisticsFacts } from './statistics.ts';
import { statisticsFace } from './statistics.ts';
import type { TaskFacts } from './task.ts';
import { taskFace } from './task.ts';
import type { TaskFormFacts } from './task-form.ts';
import { taskFormFace } from './task-form.ts';
import type { TasksFacts } from './tasks.ts';
import { tasksFace } from './tasks.ts';
import type { TemplateFileFacts } from './template-file.ts';
import { templateFileFace } from './template-file.ts';
import type { VoidFacts } from './void.ts';
import { voidFace } from './void.ts';

/** The facts of every face. */
export interface FactsOf {
  readonly help: HelpFacts;
  readonly refused: RefusedFacts;
  readonly greeting: GreetingFacts;
  readonly 'binding-code': BindingCodeFacts;
  readonly bound: BoundFacts;
  readonly 'choose-group': ChooseGroupFacts;
  readonly lists: ListsFacts;
  readonly 'list-page': ListPageFacts;
  readonly 'list-row': ListRowFacts;
  readonly 'import-preview': ImportPreviewFacts;
  readonly 'import-done': ImportDoneFacts;
  readonly 'export-file': ExportFileFacts;
  readonly 'template-file': TemplateFileFacts;
  readonly 'task-form': TaskFormFacts;
  readonly task: TaskFacts;
  readonly tasks: TasksFacts;
  readonly forecast: ForecastFacts;
  readonly lock: LockFacts;
  readonly contribute: ContributeFacts;
  readonly dice: DiceFacts;
  readonly lottery: LotteryFacts;
  readonly beacon: BeaconFacts;
  readonly confirm: ConfirmFacts;
  readonly void: VoidFacts;
  readonly settled: SettledFacts;
  readonly announcement: AnnouncementFacts;
  readonly 'draw-check': DrawCheckFacts;
  readonly 'change-form': ChangeFormFacts;
  readonly change: ChangeFacts;
  readonly assignment: AssignmentFacts;
  readonly left: LeftFacts;
  readonly 'my-work': MyWorkFacts;
  readonly findings: FindingsFacts;
  readonly 'photo-kept': PhotoKeptFacts;
  readonly cosign: CosignFacts;
  readonly review: ReviewFacts;
  readonly result: ResultFacts;
  readonly publication: PublicationFacts;
  readonly rectification: RectificationFacts;
  readonly rectifications: RectificationsFacts;
  readonly measures: MeasuresFacts;
  readonly measure: MeasureFacts;
  readonly digest: DigestFacts;
  readonly statistics: StatisticsFacts;
  readonly 'notice-text': NoticeTextFacts;
}

/** Face → its function. */
export const DRAW: { readonly [F in Face]: (facts: FactsOf[F]) => Card } = {
  help: helpFace,
  refused: refusedFace,
  greeting: greetingFace,
  'binding-code': bindingCodeFace,
  bound: boundFace,
  'choose-group': chooseGroupFace,
  lists: listsFace,
  'list-page': listPageFace,
  'list-row': listRowFace,
  'import-preview': importPreviewFace,
  'import-done': importDoneFace,
  'export-file': exportFileFace,
  'template-file': templateFileFace,
  'task-form': taskFormFace,
  task: taskFace,
  tasks: tasksFace,
  forecast: forecastFace,
  lock: lockFace,
  contribute: contributeFace,
  dice: diceFace,
  lottery: lotteryFace,
  beacon: beaconFace,
  confirm: confirmFace,
  void: voidFace,
  settled: settledFace,
  announcement: announcementFace,
  'draw-check': drawCheckFace,
  'change-form': changeFormFace,
  change: changeFace,
  assignment: assignmentFace,
  left: leftFace,
  'my-work': myWorkFace,
  findings: findingsFace,
  'photo-kept': photoKeptFace,
  cosign: cosignFace,
  review: reviewFace,
  result: resultFace,
  publication: publicationFace,
  rectification: rectificationFace,
  rectifications: rectificationsFace,
  measures: measuresFace,
  measure: measureFace,
  digest: digestFace,
  statistics: statisticsFace,
  'notice-text': noticeTextFace,
};

/** The card of a face. */
export function drawFace<F extends Face>(face: F, facts: FactsOf[F]): Card {
  return DRAW[face](facts);
}
