// From a notice to what is sent: reads the books as they are now and hands the facts to the face.
import type { Card } from '../../cards/card.ts';
import { noticeTextFace } from '../../cards/faces/notice-text.ts';
import { refusedFace } from '../../cards/faces/refused.ts';
import { renderText } from '../../cards/text.ts';
import { say } from '../../cards/words.ts';
import { dayOf } from '../../domain/day.ts';
import type { Face, Notice } from '../../domain/notice.ts';
import type { Person } from '../../domain/person.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Office } from '../../flows/office.ts';
import type { Computing } from '../computing.ts';
import type { Outgoing } from '../door.ts';
import { announcementView } from './announcements.ts';
import { beaconView, confirmView, diceView, lotteryView } from './beacons.ts';
import { changeFormView, changeView, leftCardView } from './changes.ts';
import { type Look, NothingThere, namesOf } from './context.ts';
import { contributeView, drawCheckView, lockView, settledView, voidView } from './draws.ts';
import { exportFile, templateFile } from './files.ts';
import { forecastView } from './forecasts.ts';
import { assignmentView, cosignView, findingsView, photoKeptView, reviewView } from './inspections.ts';
import {
  bindingCodeView,
  boundView,
  chooseGroupView,
  greetingView,
  helpView,
  importDoneView,
  importPreviewView,
  listPageView,
  listRowView,
  listsView,
} from './lists.ts';
import { measuresView, measureView } from './measures.ts';
import { publicationView, rectificationsView, rectificationView, resultView } from './rectifications.ts';
import { statisticsView } from './statistics.ts';
import { taskFormView, tasksView, taskView } from './tasks.ts';
import { digestView, myWorkView } from './work.ts';

type View = (look: Look) => Card | Promise<Card>;

/** Every face and how its facts are found. The two files are made elsewhere. */
const VIEWS: Readonly<Record<Exclude<Face, 'export-file' | 'template-file'>, View>> = {
  help: helpView,
  refused: refusedView,
  greeting: greetingView,
  'binding-code': bindingCodeView,
  bound: boundView,
  'choose-group': chooseGroupView,
  lists: listsView,
  'list-page': listPageView,
  'list-row': listRowView,
  'import-preview': importPreviewView,
  'import-done': importDoneView,
  'task-form': taskFormView,
  task: taskView,
  tasks: tasksView,
  forecast: forecastView,
  lock: lockView,
  contribute: contributeView,
  dice: diceView,
  lottery: lotteryView,
  beacon: beaconView,
  confirm: confirmView,
  void: voidView,
  settled: settledView,
  announcement: announcementView,
  'draw-check': drawCheckView,
  'change-form': changeFormView,
  change: changeView,
  assignment: assignmentView,
  left: leftCardView,
  'my-work': myWorkView,
  findings: findingsView,
  'photo-kept': photoKeptView,
  cosign: cosignView,
  review: reviewView,
  result: resultView,
  publication: publicationView,
  rectification: rectificationView,
  rectifications: rectificationsView,
  measures: measuresView,
  measure: measureView,
  digest: digestView,
  statistics: statisticsView,
  'notice-text': noticeTextView,
};

/** Faces of which the text alone is sent: a text message cannot be changed afterwards, a card can. */
const SENT_AS_TEXT: ReadonlySet<Face> = new Set(['announcement']);

/** What a renderer is made of. */
export interface RenderTools {
  readonly office: Office;
  /** The public site's address, null while the office has none. */
  readonly site: string | null;
  readonly computing: Computing;
}

/** The card of a notice, or its text, or the file it asks for, as that person may see it now. */
export async function render(tools: RenderTools, notice: Notice, viewer: Person | null): Promise<Outgoing> {
  return tools.office.store.read(async (books): Promise<Outgoing> => {
    const look: Look = { ...tools, books, viewer, about: notice.about, extra: notice.extra ?? {}, today: dayOf(tools.office.now()) };
    if (notice.face === 'export-file') return exportFile(look);
    if (notice.face === 'template-file') return templateFile(look);
    try {
      const card = await VIEWS[notice.face](look);
      return SENT_AS_TEXT.has(notice.face) ? { kind: 'text', text: renderText(card) } : { kind: 'card', card };
    } catch (error) {
      if (!(error instanceof NothingThere)) throw error;
      const refusal = { kind: 'not-found', what: error.what, id: error.id } as Refusal;
      return { kind: 'card', card: refusedFace({ refusal, names: {} }) };
    }
  });
}

/** As `render`, for answers that can only be a card. */
export async function renderCard(tools: RenderTools, notice: Notice, viewer: Person | null): Promise<Card> {
  const what = await render(tools, notice, viewer);
  if (what.kind !== 'card') throw new Error(`${notice.face} is a ${what.kind}`);
  return what.card;
}

/** A refusal rides in the notice as its kind and facts. */
async function refusedView(look: Look): Promise<Card> {
  const refusal = look.extra as unknown as Refusal;
  const ids = Object.values(look.extra)
    .flat()
    .filter((value): value is string => typeof value === 'string');
  return refusedFace({ refusal, names: await namesOf(look, { people: ids, institutions: ids, matters: ids }) });
}

function noticeTextView(look: Look): Card {
  const key = String(look.extra['key']);
  const text = look.extra['text'];
  return noticeTextFace({
    title: say(`text.${key}-title`),
    text: typeof text === 'string' ? `${text}\n${say(`text.${key}`)}` : say(`text.${key}`),
    tone: 'plain',
  });
}
