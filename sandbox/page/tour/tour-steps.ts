// The guided tour, one row a step: who, where, what to do, and how it is known to be done.
import type { Answers, Hands, Step, Where, World } from './parts.ts';

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

/** A step that whoever has the button must take, one after the other, until nobody has it any more. */
function pressByAll(id: string, verb: string, say: string, answers: Answers = {}): Step {
  return {
    id,
    who: (world) => world.whoHas(verb),
    chat: 'bot',
    say,
    point: [{ verb }],
    until: (world) => world.pressed(verb) > 0 && world.whoHas(verb) === null,
    doIt: async (hands) => {
      for (let left = 40; left > 0; left -= 1) {
        const name = (await hands.world()).whoHas(verb);
        if (name === null) return;
        await hands.press(name, 'bot', verb, answers);
      }
    },
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

function sheet(id: string, who: string, word: string, nth: number, say: string): Step {
  const isConfirmed = (world: World): boolean => world.sent(who, word) && world.pressed('confirm-import', who) >= nth;
  return {
    id,
    who,
    chat: 'bot',
    say,
    point: [{ verb: 'confirm-import' }, { sample: true }],
    until: isConfirmed,
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

async function fillFindings(hands: Hands, who: string): Promise<void> {
  const fine = /未发现|符合|合格|正常|没有问题/;
  if (!(await hands.world()).hasButton(who, 'bot', 'save-findings') && !(await hands.world()).hasButton(who, 'bot', 'submit-findings')) {
    await hands.press(who, 'bot', 'show-findings');
  }
  for (let pages = 12; pages > 0; pages -= 1) {
    if ((await hands.world()).hasButton(who, 'bot', 'submit-findings'))
      return hands.press(who, 'bot', 'submit-findings', { outcome: fine });
    await hands.press(who, 'bot', 'save-findings');
  }
}

/** The steps, in order. */
export const TOUR_STEPS: readonly Step[] = [
  sheet('people', ADMIN, '人员', 1, '管理员先建人员名单：在“示例文件”里选人员表发给明签，看过预览，按确认。'),
  sheet('institutions', OPERATOR, '机构', 1, '经办人建检查对象名录：发机构表，看过预览，按确认。'),
  sheet('matters', OPERATOR, '事项', 2, '再发抽查事项清单，确认。没有公布的事项不能用来抽查。'),
  sheet('documents', OPERATOR, '文件', 3, '再发比例频次文件，确认。抽多少由文件定，谁也不能在抽签时填。'),
  {
    id: 'add-bot',
    who: ADMIN,
    chat: 'group',
    say: '把明签拉进群：按右上的“添加机器人”。',
    point: [{ addBot: true }],
    until: (world) => world.botIsInGroup,
    doIt: (hands) => hands.addBot(ADMIN),
  },
  {
    id: 'choose-group',
    who: ADMIN,
    chat: 'bot',
    say: '明签在问：抽签是否在这个群里公布和见证。选它做公示群。',
    point: [{ verb: 'choose-group' }],
    until: (world) => world.pressed('choose-group') > 0,
    doIt: async (hands) => {
      const where = (await hands.world()).hasButton(ADMIN, 'bot', 'choose-group') ? 'bot' : 'group';
      await hands.press(ADMIN, where, 'choose-group');
    },
  },
  {
    id: 'make-task',
    who: OPERATOR,
    chat: 'bot',
    say: '经办人写“/任务 新建”，填好表单，提请批准。',
    point: [{ verb: 'make-task' }, { composer: true }],
    until: (world) => world.pressed('make-task', OPERATOR) > 0,
    doIt: async (hands) => {
      if (!(await hands.world()).hasButton(OPERATOR, 'bot', 'make-task')) await hands.say(OPERATOR, 'bot', '/任务 新建');
      await hands.press(OPERATOR, 'bot', 'make-task', {
        title: '示例：上半年法律服务机构双随机抽查',
        methods: /实地/,
        methodReason: '',
        from: { daysAhead: 7 },
        to: { daysAhead: 35 },
        mode: 'witness',
      });
    },
  },
  press('approve-task', HEAD, 'bot', 'approve-task', '负责人在一张卡片上看清要批的事，按“批准”。'),
  press('lock-draw', OPERATOR, 'bot', 'lock-draw', '经办人按“封签”：名录和规则从此定死，摘要发到群里。'),
  contribute(
    'contribute-1',
    WITNESSES[0],
    '见证人周纪检随手写一句话，按“见证”。谁也猜不到这一句，签就谁也做不了假。',
    '今天晴，操场上有十七只鸽子',
  ),
  contribute('contribute-2', WITNESSES[1], '见证人吴纪检也写一句。', '三月的风，第 42 页第 6 行'),
  {
    id: 'settle-draw',
    who: OPERATOR,
    chat: 'group',
    say: '人都到齐了：经办人在群里的封签卡上按“开签”，抽出机构和检查人员。',
    point: [{ verb: 'settle-draw' }, { verb: 'close-draw' }],
    until: (world) => world.pressed('settle-draw') > 0,
    doIt: async (hands) => {
      const isIn = async (where: Where, verb: string): Promise<boolean> => (await hands.world()).hasButton(OPERATOR, where, verb);
      for (const where of ['group', 'bot'] as const) if (await isIn(where, 'close-draw')) await hands.press(OPERATOR, where, 'close-draw');
      await hands.press(OPERATOR, (await isIn('bot', 'settle-draw')) ? 'bot' : 'group', 'settle-draw');
    },
  },
  pressByAll('accept', 'accept-assignment', '抽中的检查人员各收到一张任务卡：没有利害关系就确认，有就申请回避。每个人都要答复。'),
  press('approve-visits', HEAD, 'bot', 'approve-visits', '负责人批准这些检查。一按就够，事实都在卡片上。'),
  pressByOne('serve-notice', 'serve-notice', '登记通知书已经送达：怎么送的、送给了谁。'),
  pressByOne('start-visit', 'start-visit', '到了现场：两名检查人员亮证，开始检查。'),
  {
    id: 'findings',
    who: (world) => world.whoHas('submit-findings') ?? world.whoHas('save-findings') ?? world.whoHas('show-findings'),
    chat: 'bot',
    say: '一项一项填检查情况，没有预先填好的“正常”。照片用“回复”发到这张卡片。',
    point: [{ verb: 'submit-findings' }, { verb: 'save-findings' }, { verb: 'show-findings' }],
    until: (world) => world.pressed('submit-findings') > 0,
    doIt: fillFindings,
  },
  pressByOne('cosign', 'cosign-findings', '另一名检查人员核对后会签。同一个人不能签两次。', 'show-inspection'),
  press('review', HEAD, 'bot', 'review-inspection', '负责人审核。', 'show-inspection'),
  press('propose', OPERATOR, 'bot', 'propose-publication', '经办人提请公示：六项内容，一项不多，一项不少。', 'show-publication'),
  press('publish', HEAD, 'bot', 'approve-publication', '负责人批准，结果就上了公开网页。', 'show-publication'),
  {
    id: 'verify',
    who: OPERATOR,
    chat: 'group',
    say: '打开这次抽签的公开网页，在自己的浏览器里验证：不用相信我们。',
    point: [{ link: '/draws/' }],
    until: (world) => world.opened('/draws'),
    doIt: (hands) => hands.open('/draws'),
  },
  {
    id: 'remind',
    who: OPERATOR,
    chat: 'bot',
    say: '把时钟往前拨一个工作日，看明签把没办完的事提醒给谁。',
    point: [{ clock: 'workday' }],
    until: (world) => world.cameAfterMove(/提醒|待办|今日/),
    doIt: (hands) => hands.advanceWorkdays(1),
  },
];
