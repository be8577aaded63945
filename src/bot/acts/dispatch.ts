// From what came in to the act that answers it: who is it, what was asked, is it known.
import type { ActVerb } from '../../cards/acts.ts';
import { isActVerb } from '../../cards/acts.ts';
import { dayOf } from '../../domain/day.ts';
import { may } from '../../domain/may.ts';
import type { Person } from '../../domain/person.ts';
import { ok } from '../../domain/result.ts';
import { addGroup } from '../../flows/add-group.ts';
import { bindAccount } from '../../flows/bind-account.ts';
import type { Office } from '../../flows/office.ts';
import type { SmallTalk } from '../../words/small-talk.ts';
import type { Computing } from '../computing.ts';
import type { Door } from '../door.ts';
import type { EvidenceFolder } from '../evidence-folder.ts';
import type { Incoming } from '../incoming.ts';
import type { Answer, Told, Turn } from '../turn.ts';
import * as beacons from './beacons.ts';
import * as binding from './binding.ts';
import * as changes from './changes.ts';
import * as draws from './draws.ts';
import * as files from './files.ts';
import * as findings from './findings.ts';
import { forecastDraw } from './forecasts.ts';
import * as inspections from './inspections.ts';
import * as lists from './lists.ts';
import * as measures from './measures.ts';
import { type ActHandler, type ActTurn, refuse, type Versioned } from './pressed.ts';
import * as publications from './publications.ts';
import { settle } from './settling.ts';
import * as tasks from './tasks.ts';
import { lacksNumber, retold, toldTyping, withVerb } from './typed-wrong.ts';
import * as voiding from './voiding.ts';
import { onlyWork } from './waiting.ts';
import { type Asked, plain, understand } from './words.ts';

/** Every act there is. A new verb does not compile until it has a line here. */
const HANDLERS: Readonly<Record<ActVerb, ActHandler>> = {
  'show-help': async () => ({ notice: { face: 'help', about: '' } }),
  'show-work': async ({ by }) => ({ notice: { face: 'my-work', about: by.id } }),
  'show-statistics': async ({ asked: { extra } }) => ({ notice: { face: 'statistics', about: '', ...(extra ? { extra } : {}) } }),
  'show-settings': binding.showSettings,
  'show-lists': lists.showLists,
  'show-list': lists.showList,
  'export-list': lists.exportList,
  'template-list': lists.templateList,
  'confirm-import': lists.confirm,
  'cancel-import': lists.cancel,
  'issue-code': binding.giveCode,
  'bind-account': binding.boundAlready,
  'unbind-account': binding.unbind,
  'show-roles': binding.showRoles,
  'set-roles': binding.changeRoles,
  'choose-group': binding.takeGroup,
  'decline-group': binding.leaveGroup,
  'show-tasks': tasks.showTasks,
  'show-task': tasks.showTask,
  'new-task': tasks.newTask,
  'make-task': tasks.sendTask,
  'approve-task': tasks.approveTask,
  'refuse-task': tasks.refuseTask,
  'forecast-draw': forecastDraw,
  'lock-draw': draws.lock,
  'show-draw': draws.showDraw,
  'open-contribution': draws.openContribution,
  'open-dice': draws.openDice,
  contribute: draws.give,
  'close-draw': draws.closeDraw,
  'type-dice': draws.typeDice,
  'open-beacon': beacons.openBeacon,
  'give-beacon': beacons.giveBeacon,
  'settle-draw': settle,
  'open-confirmation': beacons.openConfirmation,
  'confirm-draw': beacons.confirm,
  'dispute-draw': beacons.dispute,
  'open-void': voiding.openVoid,
  'ask-void': voiding.ask,
  'approve-void': voiding.approve,
  'decline-void': voiding.decline,
  'withdraw-void': voiding.withdraw,
  'verify-draw': draws.verifyDraw,
  'show-assignment': inspections.showAssignment,
  'accept-assignment': inspections.accept,
  'declare-conflict': inspections.conflict,
  'open-recusal': changes.openRecusal,
  'ask-recusal': changes.askRecusal,
  'open-substitute': changes.openSubstitute,
  'ask-substitute': changes.askSubstitute,
  'open-fill': changes.openFill,
  'ask-fill': changes.askFill,
  'show-change': changes.showChange,
  'decide-change': changes.decide,
  'swap-change': changes.swap,
  'refuse-change': changes.refuseIt,
  'record-above': changes.recordRuling,
  'confirm-above': changes.confirm,
  'approve-visits': tasks.approveAllVisits,
  'serve-notice': inspections.notify,
  'start-visit': inspections.start,
  'show-findings': findings.showFindings,
  'save-findings': findings.savePage,
  'submit-findings': findings.submit,
  'attach-photo': files.attachPhoto,
  'show-inspection': inspections.showInspection,
  'cosign-findings': inspections.cosign,
  'return-findings': inspections.sendBack,
  'review-inspection': inspections.pass,
  'return-inspection': inspections.sendBackFromReview,
  'show-publication': publications.showPublication,
  'propose-publication': publications.propose,
  'approve-publication': publications.approve,
  'place-publication': publications.place,
  'show-rectifications': publications.showProblems,
  'show-problem': publications.showProblem,
  'report-rectification': publications.report,
  'follow-up': publications.followUp,
  'show-measures': measures.showMeasures,
  'open-measure': measures.openMeasure,
  'propose-measure': measures.propose,
  'approve-measure': measures.approve,
  'refuse-measure': measures.refuseIt,
  'withdraw-measure': measures.withdraw,
  'notify-measure': measures.notify,
  'object-measure': measures.object,
  'answer-measure': measures.answer,
  'carry-measure': measures.carryOut,
  'end-measure': measures.end,
  'record-contact': measures.contact,
  'record-warning': measures.warn,
  'record-guidance': measures.guide,
  'record-complaint': measures.complain,
};

/** What an event is worked on with. */
export interface DispatchTools {
  readonly incoming: Incoming;
  readonly by: Person | null;
  readonly office: Office;
  readonly doors: readonly Door[];
  readonly keep: EvidenceFolder;
  readonly computing: Computing;
}

/** Answers one event. Whoever is unknown to the office gets a polite sentence and a way to be bound, nothing else. */
export async function actOn(tools: DispatchTools, through: Turn['through']): Promise<Answer> {
  const { incoming, by, office } = tools;
  if (incoming.kind === 'joined') return joined(office, incoming);
  if (!by || by.status === 'left') return stranger(incoming, office, through);
  const turn: Turn = { incoming, by, office, form: incoming.kind === 'press' ? incoming.form : {}, computing: tools.computing, through };
  switch (incoming.kind) {
    case 'text':
      return typed(turn, incoming.text);
    case 'menu':
      return typed(turn, incoming.command);
    case 'entered':
      return entered(turn);
    case 'file': {
      const door = tools.doors.find(({ platform }) => platform === incoming.platform);
      if (!door) return refuse({ kind: 'internal' });
      return retold(await files.takeFile(telling(turn, toldSending), incoming, { door, keep: tools.keep }), toldSending);
    }
    case 'press':
      return pressed(turn, incoming.act);
  }
}

/** Whoever sends a file is told of files. */
const toldSending: Told = (refusal) => withVerb(refusal, 'attach-photo');

async function typed(turn: Turn, text: string): Promise<Answer> {
  const asked = understand(text);
  if (!asked) return { notice: { face: 'help', about: '' } };
  if ('talk' in asked) return talked(asked.talk);
  if ('unknown' in asked) return refuse({ kind: 'unknown-command', word: asked.unknown, nearest: asked.nearest });
  if ('bare' in asked) {
    const only = await onlyWork(turn, asked.bare);
    return 'face' in only ? { notice: only } : pressed(turn, only);
  }
  const lacking = lacksNumber(asked);
  if (lacking) return refuse(lacking);
  return handled(turn, asked, toldTyping(asked));
}

/** Has the act done, and its refusals told in the words of what was asked. */
async function handled(turn: Turn, asked: Asked, told: Told): Promise<Answer> {
  return retold(await HANDLERS[asked.verb](actTurn(telling(turn, told), asked)), told);
}

/** The turn in which every refusal is told that way. */
function telling(turn: Turn, told: Told): Turn {
  return { ...turn, through: (flow, answer) => turn.through(flow, answer, told) };
}

/** A greeting gets help; thanks and “noted” get a short word, so that nobody is left without an answer. */
function talked(talk: SmallTalk): Answer {
  if (talk === 'hello' || talk === 'who') return { notice: { face: 'help', about: '' } };
  return { notice: { face: 'notice-text', about: '', extra: { key: talk === 'thanks' ? 'thanks' : 'noted' } } };
}

async function pressed(turn: Turn, act: Extract<Incoming, { kind: 'press' }>['act']): Promise<Answer> {
  if (!isActVerb(act.do)) return refuse({ kind: 'stale' });
  const asked: Asked = {
    verb: act.do,
    about: act.about,
    words: '',
    ...(act.v === undefined ? {} : { v: act.v }),
    ...(act.extra ? { extra: act.extra } : {}),
  };
  return handled(turn, asked, (refusal) => withVerb(refusal, asked.verb));
}

function actTurn(turn: Turn, asked: Asked): ActTurn {
  const versionOf = async (book: Versioned): Promise<number> => {
    if (asked.v !== undefined) return asked.v;
    const row = await turn.office.store.read((books): Promise<{ readonly version: number } | null> => books[book].get(asked.about));
    return row?.version ?? 0;
  };
  return { ...turn, asked, today: dayOf(turn.office.now()), versionOf };
}

/** `/绑定 123456` is the one thing somebody unknown can do. */
async function stranger(incoming: Incoming, office: Office, through: Turn['through']): Promise<Answer> {
  const text = incoming.kind === 'text' ? plain(incoming.text) : '';
  const asked = understand(text);
  const code = asked && 'verb' in asked && asked.verb === 'bind-account' ? asked.about : (/^\d{6}$/.exec(text)?.[0] ?? '');
  if (code === '') return incoming.kind === 'press' ? refuse({ kind: 'not-bound' }) : { notice: { face: 'greeting', about: '' } };
  return through(
    (closing) => bindAccount(closing, { platform: incoming.platform, account: incoming.account }, code),
    // What was waiting for his account goes out now.
    (person) => ({ notice: { face: 'bound', about: person.id }, after: 'release-bound' }),
  );
}

/** Opening the chat greets once, not each time. */
async function entered(turn: Turn): Promise<Answer> {
  return turn.through(
    async (office) => office.store.work(async (books) => ok(await books.notes.once(`greeted:${turn.by.id}`, office.now().toISOString()))),
    (isFirst) => ({ notice: isFirst ? { face: 'help', about: '' } : null }),
  );
}

/** The bot was added to a group: the administrators are asked what it is for. */
async function joined(office: Office, { platform, chat, name, account }: Extract<Incoming, { kind: 'joined' }>): Promise<Answer> {
  await addGroup(office, { platform, chat, name });
  const by = await office.store.read((books) => books.people.byAccount(platform, account));
  const admins = by && may(by, 'choose-group') ? [by] : await office.store.read((books) => books.people.byRole('admin'));
  const notice = { face: 'choose-group', about: chat, extra: { name } } as const;
  return { notice: null, sends: admins.map(({ id }) => ({ to: { kind: 'person', person: id }, notice })) };
}
