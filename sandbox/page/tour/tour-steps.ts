// The guided tour, one row a step: who, where, what to do, and how it is known to be done.
import type { Answers, Hands, Step, Where } from './parts.ts';

const ADMIN = '钱管理';
const OPERATOR = '王经办';
const HEAD = '赵局长';
const WITNESSES = ['周纪检', '吴纪检'] as const;

/** Presses the button; where it is not on the page yet, first the one (`via`) that brings its card. */
async function pressVia(hands: Hands, who: string, chat: Where, verb: string, via = '', answers: Answers = {}): Promise<void> {
  const world = await hands.world();
  if (!world.hasButton(who, chat, verb) && world.hasButton(who, chat, via)) await hands.press(who, chat, via);
  await hands.press(who, chat, verb, answers);
}

/** A step that is one press by one person. */
function press(id: string, who: string, chat: Where, verb: string, say: string, via = ''): Step {
  return {
    id,
    who,
    chat,
    say,
    point: [{ verb }, { verb: via }, { composer: true }],
    until: (world) => world.pressed(verb, who) > 0,
    doIt: (hands) => pressVia(hands, who, chat, verb, via),
  };
}

/** A step that one person who has the button takes once. */
const pressByOne = (id: string, verb: string, say: string, via = ''): Step => ({
  id,
  who: (world) => world.whoHas(verb) ?? world.whoHas(via),
  chat: 'bot',
  say,
  point: [{ verb }, { verb: via }],
  until: (world) => world.pressed(verb) > 0,
  doIt: (hands, who) => pressVia(hands, who, 'bot', verb, via),
});

/** A list sent as a sheet and imported; done when the card says so. */
function sheet(id: string, who: string, word: string, list: string, say: string): Step {
  return {
    id,
    who,
    chat: 'bot',
    say,
    point: [{ verb: 'confirm-import' }, { sample: true }],
    until: (world) => world.shows(who, 'bot', new RegExp(`${list}已导入`)),
    doIt: async (hands) => {
      if (!(await hands.world()).sent(who, word)) await hands.sendSample(who, word);
      await hands.press(who, 'bot', 'confirm-import');
    },
  };
}

/** A witness's step: his private card, or the button in the group that asks for one. */
function contribute(id: string, who: string, say: string, value: string): Step {
  return {
    id,
    who,
    chat: 'bot',
    say,
    point: [{ verb: 'contribute' }, { verb: 'open-contribution' }, { composer: true }],
    until: (world) => world.pressed('contribute', who) > 0,
    doIt: async (hands) => {
      const world = await hands.world();
      const isAsked = world.hasButton(who, 'bot', 'contribute');
      if (!isAsked && world.hasButton(who, 'group', 'open-contribution')) await hands.press(who, 'group', 'open-contribution');
      await hands.press(who, 'bot', 'contribute', { value });
    },
  };
}

/** Page by page: one problem, everything else in order; then the conclusion. */
async function fillFindings(hands: Hands, who: string): Promise<void> {
  const isIn = async (verb: string): Promise<boolean> => (await hands.world()).hasButton(who, 'bot', verb);
  if (!(await isIn('save-findings')) && !(await isIn('submit-findings'))) await hands.press(who, 'bot', 'show-findings');
  for (let pages = 20; pages > 0 && !(await isIn('submit-findings')); pages -= 1) {
    await hands.press(who, 'bot', 'save-findings', { r1: 'problem', w1: '住所搬迁后还没有办变更登记' });
  }
  await hands.press(who, 'bot', 'submit-findings', {
    outcome: 'ordered',
    rectifyBy: { daysAhead: 1 },
    summary: '查阅收案登记本和卷宗五件，发现漏登两处，已当场说明。',
  });
}

/** The steps, in order. */
export const TOUR_STEPS: readonly Step[] = [
  sheet('people', ADMIN, '人员', '执法检查人员名录', '先建人员名录：点“示例文件”，选“人员”发给明签，看过预览，按“导入”。'),
  sheet('institutions', OPERATOR, '机构', '检查对象名录', '再建检查对象名录：发“机构”，看过预览，按“导入”。'),
  sheet('matters', OPERATOR, '事项', '抽查事项清单', '发“事项”，按“导入”。没有公布的事项不能用来抽查。'),
  sheet('documents', OPERATOR, '文件', '比例频次文件', '发“文件”，按“导入”。抽多少由文件定，抽签时谁也不能填。'),
  {
    id: 'add-bot',
    who: ADMIN,
    chat: 'group',
    say: '把明签拉进群：按右上的“添加机器人”。',
    point: [{ addBot: true }],
    until: (world) => world.botIsInGroup,
    doIt: (hands) => hands.addBot(ADMIN),
  },
  press('choose-group', ADMIN, 'bot', 'choose-group', '明签问，抽签要不要在这个群里公布：按“用作公示群”。'),
  {
    id: 'make-task',
    who: OPERATOR,
    chat: 'bot',
    say: '发“/任务 新建”，填好表单，按“提请批准”。想快一点，类别只选“律师事务所”，检查从今天开始。',
    point: [{ verb: 'make-task' }, { composer: true }],
    until: (world) => world.pressed('make-task', OPERATOR) > 0,
    doIt: async (hands) => {
      if (!(await hands.world()).hasButton(OPERATOR, 'bot', 'make-task')) await hands.say(OPERATOR, 'bot', '/任务 新建');
      await hands.press(OPERATOR, 'bot', 'make-task', {
        title: '示例：律师事务所双随机抽查',
        categories: /律师事务所/,
        matters: /律师事务所/,
        methods: /实地/,
        from: { daysAhead: 0 },
        to: { daysAhead: 21 },
        mode: 'witness',
        witnesses: new RegExp(WITNESSES.join('|')),
      });
    },
  },
  press('approve-task', HEAD, 'bot', 'approve-task', '一张卡片看清要批的事，按“批准”。'),
  press('lock-draw', OPERATOR, 'bot', 'lock-draw', '按“封签”：名录、人员和比例从此定死，摘要发到群里，人人看得到。'),
  contribute(
    'contribute-1',
    WITNESSES[0],
    '随手写一句话，按“见证”。这一句谁也猜不到，所以结果谁也事先算不出。',
    '今天晴，操场上有十七只鸽子',
  ),
  contribute('contribute-2', WITNESSES[1], '另一位见证人也写一句，按“见证”。', '翻书翻到第 42 页第 6 行'),
  {
    id: 'settle-draw',
    who: OPERATOR,
    chat: 'group',
    say: '人都见证了：在群里的封签卡片上按“开签”，抽出机构和检查人员。',
    point: [{ verb: 'settle-draw' }, { verb: 'close-draw' }],
    until: (world) => world.pressed('settle-draw') > 0,
    doIt: async (hands) => {
      const isIn = async (where: Where, verb: string): Promise<boolean> => (await hands.world()).hasButton(OPERATOR, where, verb);
      for (const where of ['group', 'bot'] as const) if (await isIn(where, 'close-draw')) await hands.press(OPERATOR, where, 'close-draw');
      await hands.press(OPERATOR, (await isIn('bot', 'settle-draw')) ? 'bot' : 'group', 'settle-draw');
    },
  },
  {
    id: 'accept',
    who: (world) => world.whoHas('accept-assignment'),
    chat: 'bot',
    say: '抽中的检查人员各收到一张卡片，逐个答复：没有利害关系，按“我参加”；有，就申报回避。',
    point: [{ verb: 'accept-assignment' }],
    until: (world) => world.hasButton(HEAD, 'bot', 'approve-visits') || world.pressed('approve-visits', HEAD) > 0,
    doIt: async (hands) => {
      for (let name = (await hands.world()).whoHas('accept-assignment'); name; name = (await hands.world()).whoHas('accept-assignment')) {
        await hands.press(name, 'bot', 'accept-assignment');
      }
    },
  },
  press('approve-visits', HEAD, 'bot', 'approve-visits', '人都答复了，请批准检查：一按就够，事实都在卡片上。'),
  pressByOne('serve-notice', 'serve-notice', '通知机构，登记哪天通知的、怎么通知的。'),
  pressByOne('start-visit', 'start-visit', '到了现场：两名检查人员出示证件，按“亮证并开始检查”。'),
  {
    id: 'findings',
    who: (world) => world.whoHas('submit-findings') ?? world.whoHas('save-findings') ?? world.whoHas('show-findings'),
    chat: 'bot',
    say: '逐点填写检查情况，没有一项预先填好。替我做的话，会记下一处问题，责令明天前改正。',
    point: [{ verb: 'submit-findings' }, { verb: 'save-findings' }, { verb: 'show-findings' }],
    until: (world) => world.pressed('submit-findings') > 0,
    doIt: fillFindings,
  },
  pressByOne('cosign', 'cosign-findings', '同组的另一名检查人员核对后会签。提交的人自己不能会签。', 'show-inspection'),
  press('review', HEAD, 'bot', 'review-inspection', '看过检查情况，按“审核通过”。', 'show-inspection'),
  press('propose', OPERATOR, 'bot', 'propose-publication', '提请公示：六项内容，一项不多，一项不少。', 'show-publication'),
  press('publish', HEAD, 'bot', 'approve-publication', '批准公示，结果就在公开网页上了。', 'show-publication'),
  {
    id: 'verify',
    who: WITNESSES[0],
    chat: 'group',
    say: '检查结束，抽签的全部记录公开了。打开公开页面，用自己的浏览器重新计算：不必相信我们。',
    point: [{ link: '/draws/' }],
    until: (world) => world.opened('/draws/'),
    doIt: async (hands) => hands.open(`/draws/${(await hands.world()).drawNumber ?? ''}/verify`),
  },
  {
    id: 'remind',
    who: OPERATOR,
    chat: 'bot',
    say: '打开右边的“示例环境”，把时钟拨到下个工作日九点：没办完的事，明签每天提醒一次。',
    point: [{ clock: 'morning' }],
    until: (world) => world.cameAfterMove(/今日提醒/),
    doIt: (hands) => hands.nextMorning(),
  },
];
