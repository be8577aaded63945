// Every refusal as Chinese: what happened, what was kept, what to do, in that order.
import type { Day } from '../domain/day.ts';
import type { Refusal, Thing } from '../domain/refusal.ts';
import { unreachable } from '../domain/result.ts';
import { sayDay, sayTime } from './days.ts';
import { MISFITS } from './draw-problems.ts';
import { exampleNumbers, exampleThrows, sayFew, sayNumberRanges } from './draws.ts';
import { sayField } from './fields.ts';
import { sayHowToType } from './how-to-type.ts';
import { sayLack } from './measures.ts';
import type { Names } from './names.ts';
import { called, calledAll } from './names.ts';
import { ROLE_WORDS } from './people.ts';
import { saySealProblems } from './seals.ts';
import { sayWrongState } from './wrong-state.ts';

const THING_WORDS: Readonly<Record<Thing, string>> = {
  task: '任务',
  draw: '抽签',
  assignment: '检查',
  change: '变更申请',
  problem: '问题',
  measure: '措施',
  publication: '公示',
  import: '导入',
  person: '人员',
  institution: '机构',
  matter: '抽查事项',
  document: '比例频次文件',
  evidence: '收存的文件',
  group: '群',
};

/** `管理员、经办人或审计`. */
const sayOr = (words: readonly string[]): string =>
  [words.slice(0, -1).join('、'), ...words.slice(-1)].filter((part) => part !== '').join('或');

const fields = (names: readonly string[]): string => names.map((name) => `“${sayField(name)}”`).join('、');

/** The sentence of a refusal. `names` turns ids of people, categories and matters into names. */
export function sentence(refusal: Refusal, names: Names = {}): string {
  switch (refusal.kind) {
    case 'not-allowed':
      return `这件事由${sayOr(refusal.needs.map((role) => ROLE_WORDS[role]))}办理，没有替你执行。发“/帮助”看看你能做什么。`;
    case 'not-bound':
      return '还不知道你是哪位同事，所以没有执行。请向管理员要一个六位验证码，发“/绑定 验证码”。';
    case 'own-request':
      return '自己提请的事不能自己批，自己见证的抽签、自己的角色也不能自己办，什么也没有改动。请另一位有权限的同事办理。';
    case 'not-your-seat':
      return `检查 ${refusal.assignment} 没有你的名字，没有替你执行。发“/待办”看看分给你的检查。`;
    case 'unknown-command':
      return refusal.nearest === null
        ? `没看懂“${refusal.word}”，什么也没有改动。发“/帮助”看看可以说什么。`
        : `没看懂“${refusal.word}”，什么也没有改动。你要的是“${refusal.nearest}”吗？`;
    case 'unknown-option':
      return `“${sayField(refusal.name)}”没有这个选项，没有提交。请重新选一次。`;
    case 'missing-fields':
      return `${fields(refusal.names)}还没填，没有提交，已填的都在。请补上后再提交。`;
    case 'bad-field':
      return `“${sayField(refusal.name)}”填得不对，没有提交，已填的都在。请改好后再提交。`;
    case 'typed-wrong': {
      const what =
        refusal.names.length === 0 ? '' : refusal.isMissing ? `还缺${fields(refusal.names)}，` : `${fields(refusal.names)}没写对，`;
      return `${what}没有执行。${sayHowToType(refusal.verb, refusal.about)}`;
    }
    case 'nothing-waits':
      return `现在没有要你办的“${refusal.word}”，什么也没有改动。知道编号的，发“/${refusal.word} 编号”；要看等着你办的事，发“/待办”。`;
    case 'text-too-long':
      return `文字超过 ${refusal.max} 字，没有提交。请删短后再提交。`;
    case 'stale':
      return '这张卡片旧了，刚才的操作没有执行。请看更新后的内容再决定。';
    case 'already-done':
      return '这件事已经办过，没有重复执行。';
    case 'not-found':
      return `没有编号为“${refusal.id}”的${THING_WORDS[refusal.what]}，什么也没有改动。请核对编号。`;
    case 'wrong-state':
      return sayWrongState(refusal.what, refusal.state, refusal.needed, refusal.verb);
    case 'code-wrong':
      return refusal.left > 0
        ? `验证码不对，账号没有绑定。请核对六位数字，还可以试 ${refusal.left} 次。`
        : '验证码不对，账号没有绑定。一小时内不能再试，请找管理员要一个新的验证码。';
    case 'code-expired':
      return '验证码过期或用过了，账号没有绑定。请向管理员要一个新的。';
    case 'too-many-tries':
      return `试错次数太多，先停一停。${refusal.minutes} 分钟后再试，或向管理员要新的验证码。`;
    case 'account-taken':
      return `你这个账号已经绑定给${refusal.name}，没有再绑定，验证码也没有用掉。绑错了，请管理员先解除。`;
    case 'already-bound':
      return `${refusal.name}在这个平台已经绑定了一个账号，没有改动。要换账号，请管理员先解除原来的，再绑定新的。`;
    case 'group-unclear':
      return '还不知道是哪个群，没有改动。请先把我加进群，再在那个群里 @我 发“/设置 公示群”。';
    case 'last-admin':
      return '这样改，就没有一个绑定了账号的管理员了，什么也没有改动。请先让另一位同事成为管理员并绑定账号。';
    case 'roles-need-admin':
      return `表里改了${refusal.names.join('、')}的角色或账号（有别的角色的人，手机和状态也算），这要由管理员导入，一行也没有导入。`;
    case 'file-not-had':
      return `文件没有收到：可能超过 ${refusal.megabytes} MB，也可能网络中断。请再发一次，太大的请拆开。`;
    case 'file-unreadable':
      return '文件读不出来，没有收下。请另存为 .xlsx 或 .csv 再发。';
    case 'import-has-problems':
      return `表里还有 ${refusal.count} 处问题，一行也没有导入。请改好后重新发文件。`;
    case 'import-gone':
      return '这次导入已经结束或被放弃，名录没有改动。要导入请重新发文件。';
    case 'no-group':
      return '还没有公示群，封签摘要无处公布。请管理员把机器人拉进群并选为公示群，再来封签。';
    case 'witness-gone':
      return `见证人${called(names, refusal.person)}已经不在岗，或不再是见证人，没有封签。请管理员核对人员；要换见证人，请重新提请任务。`;
    case 'empty-roster':
      return `“${called(names, refusal.category)}”名录里没有可抽的机构，没有封签。请先导入或更新名录。`;
    case 'no-ratio-document':
      return `没有正在生效、写明“${called(names, refusal.category)}”比例的文件，没有封签。请先导入比例频次文件。`;
    case 'unpublished-matter':
      return `抽查事项“${called(names, refusal.matter)}”还没公布或没生效，不能用。请换一项，或先公布清单。`;
    case 'window-in-the-past':
      return `${sayDay(refusal.day)}已经过去，没有提交，已填的都在。请改成今天或以后的日期。`;
    case 'window-backwards':
      return `截止日期${sayDay(refusal.to)}早于开始日期${sayDay(refusal.from)}，没有提交，已填的都在。请改正日期。`;
    case 'no-holiday-data':
      return `还没有 ${refusal.year} 年的放假安排，算不准工作日，所以没有执行。请管理员在设置里补上。`;
    case 'too-few-inspectors':
      return `“${called(names, refusal.category)}”要 ${refusal.need} 名合格的执法检查人员，现在只有 ${refusal.have} 名，没有封签。请更新人员名录。`;
    case 'too-few-witnesses':
      return `至少要 ${refusal.need} 名见证人，现在只有 ${refusal.have} 名。请补足后再试。`;
    case 'already-contributed':
      return '你已经见证过，先前的内容原样保留，不能改。';
    case 'contributions-open':
      return refusal.missing.length === 0
        ? '见证还没有封存，暂时不能开签。'
        : `还在等${calledAll(names, refusal.missing)}见证，暂时不能开签。`;
    case 'draw-underway':
      return `抽签 ${refusal.draw} 正在进行，封签已经发在现在的公示群里，开签或作废以后才能换群。`;
    case 'seal-broken':
      return `抽签 ${refusal.draw} 的见证内容和封存时发到群里的摘要对不上，不能开签，只能作废。请告诉审计人员。`;
    case 'witnessing-over':
      return `见证时间在${sayTime(new Date(refusal.until))}已经结束，内容没有收下。到时必须封存，谁也不能再补。`;
    case 'typing-open':
      return `末项要两位见证人录得一样，${refusal.typed === 0 ? '还没有人录' : `现在录了 ${refusal.typed} 位`}，暂时不能开签。`;
    case 'lottery-too-soon':
      return `第 ${refusal.issue} 期在${sayTime(new Date(refusal.at))}开奖，太早了，没有执行：开奖要在${sayTime(new Date(refusal.earliest))}以后，留出见证和封存的时间。请换更晚的一期，重新提请任务。`;
    case 'beacon-public':
      return `抽签 ${refusal.draw} 的末项已经公布，而见证还没有封存，所以不能再继续，什么也没有改动。请申请作废，编号和原因都会公开。`;
    case 'beacon-not-yet':
      return `${sayTime(new Date(refusal.at))}才开奖，现在还没有号码可录。到时会提醒你。`;
    case 'beacon-awaited':
      return `还在等公共信标第 ${refusal.round} 轮（${sayTime(new Date(refusal.at))}公布），暂时不能开签。服务器取不到时，发“/末项 签号”用手机粘贴。`;
    case 'beacon-of-other-round':
      return `这是第 ${refusal.round} 轮，本次抽签封签时定的是第 ${refusal.awaited} 轮，没有收下。请打开第 ${refusal.awaited} 轮再复制。`;
    case 'beacon-forged':
      return '签名核对不上，这不是公共信标公布的数值，没有收下。请重新打开公开地址，完整复制一次。';
    case 'beacon-unread':
      return '粘贴的内容读不懂，没有收下。请打开公开地址，把从 { 到 } 的整段复制过来；只粘贴 signature 后面的 96 个字符也行。';
    case 'bad-throws':
      return `点数不对，没有收下。这次掷 ${refusal.count} 颗骰子，要录 ${refusal.count} 个数，每个从 1 到 ${refusal.sides}，按掷出的顺序，用空格隔开，例如“${exampleThrows(refusal.count, refusal.sides)}”。`;
    case 'bad-numbers':
      return `号码不对，没有收下。按公告的次序录：${sayNumberRanges(refusal.parts)}，同一段里不重复，用空格隔开，例如“${exampleNumbers(refusal.parts)}”。存进记录时从小到大排。`;
    case 'not-by-drand':
      return `抽签 ${refusal.draw} 的末项不是公共随机数信标，没有执行。请看封签卡片上写的是哪一种。`;
    case 'conflict-open':
      return `检查 ${refusal.assignment} 有回避申请还没决定，暂时不能进行。决定后会通知你。`;
    case 'points-open':
      return `还有 ${refusal.count} 个检查要点没有填，没有提交，已填的都在。请逐点填完。`;
    case 'words-needed':
      return `“${refusal.point}”选了“存在问题”或“未检查”，要写明情况。没有提交，已填的都在。`;
    case 'document-not-in-force':
      return `文件“${refusal.document}”在${sayDay(refusal.day)}没有生效，不能用。请换一份正在生效的比例频次文件。`;
    case 'document-unclear':
      return refusal.risk === null
        ? `比例频次文件对“${called(names, refusal.category)}”没有写清比例（没有风险等级的机构要恰好适用一行），没有封签。请更正文件或名录里的风险等级。`
        : `比例频次文件对“${called(names, refusal.category)}”风险等级“${refusal.risk}”没有写清比例或权重（要恰好适用一行），没有封签。请更正文件。`;
    case 'no-matter':
      return `还没有给“${called(names, refusal.category)}”选抽查事项，没有提交，已填的都在。请每类至少选一项。`;
    case 'nothing-to-draw':
      return '没有可抽的机构（停业、注销、迁出和本年度已检查的不抽），没有封签。请核对名录。';
    case 'cannot-seal':
      return `名录或文件不合封签规则（${saySealProblems(refusal.reasons)}），没有封签。请改正后再试。`;
    case 'no-lead':
      return `“${called(names, refusal.category)}”要派 ${refusal.need} 次组长，可任组长的执法检查人员按每次上限只能出 ${refusal.have} 次，没有封签。请更新人员名录。`;
    case 'not-a-witness':
      return `你不是抽签 ${refusal.draw} 的见证人，没有替你执行。`;
    case 'clock-behind':
      return `服务器时间（${sayTime(new Date(refusal.now))}）比最近一条工作记录（${sayTime(new Date(refusal.last))}）还早，抽签的事先停住，什么也没有改动。请管理员核对服务器时间，对准后再试。`;
    case 'not-the-asker':
      return `抽签 ${refusal.draw} 的作废不是你申请的，只有申请人自己能撤回，什么也没有改动。`;
    case 'void-not-asked':
      return `还没有人申请作废抽签 ${refusal.draw}，什么也没有改动。要作废请先由经办人写明理由申请。`;
    case 'too-few-places':
      return `按每次上限，执法检查人员合起来只能参加 ${refusal.have} 人次检查，这次要 ${refusal.need} 人次，没有封签。请增加人员或调整上限。`;
    case 'cannot-staff':
      return `${refusal.categories.map((one) => `“${called(names, one)}”`).join('')}要派 ${refusal.need} 人次${refusal.onlyLeads ? '组长' : ''}，只能由${sayFew(
        refusal.inspectors.map((id) => called(names, id)),
        '人',
      )}去，按每次上限他们合起来只能去 ${refusal.have} 人次，没有封签。请更新人员名录或上限。`;
    case 'seat-empty':
      return `检查 ${refusal.assignment} 还缺检查人员，暂时不能进行。请先补足人员。`;
    case 'answers-open':
      return `检查 ${refusal.assignment} 还有检查人员没有确认，暂时不能批准。可以先催一催。`;
    case 'outside-window':
      return `检查要在${sayDay(refusal.from)}至${sayDay(refusal.to)}之间进行，现在不能开始。`;
    case 'day-out-of-range':
      return `“${sayField(refusal.name)}”${sayRange(refusal.from, refusal.to)}，没有提交，已填的都在。请改正日期。`;
    case 'certificate-lapsed':
      return `${called(names, refusal.person)}的执法证今天无效，检查不能开始。请先核对证件或更新人员名录。`;
    case 'not-in-team':
      return `${called(names, refusal.person)}不在检查 ${refusal.assignment} 的组里，没有登记。请核对人员和检查编号。`;
    case 'too-late':
      return `检查 ${refusal.assignment} 的情况已经提交，检查人员和机构都不能再换，什么也没有改动。`;
    case 'change-open':
      return `这件事已有申请 ${refusal.change} 在等决定，没有重复登记。发“/变更 ${refusal.change}”看进展。`;
    case 'concerned':
      return `申请 ${refusal.change} 涉及你本人或你参加的检查，不能由你来办。请另一位负责人决定，或报上级决定后由经办人登记文号。`;
    case 'head-can-decide':
      return `这件事本局负责人（${calledAll(names, refusal.heads)}）可以决定，不必报上级，没有登记。`;
    case 'nothing-to-fill':
      return `抽签 ${refusal.draw} 没有空着的席位，不用补。`;
    case 'nobody-to-fill':
      return `抽签 ${refusal.draw} 的空席没有人能补：合格的人都要回避、已在组里或名额已满。可以先递补机构，或请上级支援。`;
    case 'links-used-up':
      return `抽签 ${refusal.draw} 封签时约定最多变更 ${refusal.length} 次，已经用完，什么也没有改动。其余机构请另行抽签。`;
    case 'change-not-allowed':
      return sayNotAllowed(refusal, names);
    case 'measure-not-yet':
      return sayLack(refusal.measure, refusal.lack, refusal.until);
    case 'objection-open':
      return `措施 ${refusal.measure} 的异议还没有答复，不能办理。请先发“/处理 ${refusal.measure} 答复 内容”。`;
    case 'window-open':
      return `机构可以在${sayDay(refusal.until)}以前提出异议，过了这一天才能办理，什么也没有改动。`;
    case 'not-yours':
      return `措施 ${refusal.measure} 不是你提请的，只有提请人能撤回，什么也没有改动。`;
    case 'personal-data':
      return `“${sayField(refusal.field)}”里有${refusal.what === 'phone' ? '电话号码' : '身份证号'}，不能公示，什么也没有公布。请删去后再提请。`;
    case 'internal':
      return '系统出了差错，刚才的操作没有完成，已有的记录都在。请稍后再试；还不行，请告诉管理员。';
    default:
      return unreachable(refusal);
  }
}

/** Why the draw as it stands does not take a change, with names in place of ids. */
function sayNotAllowed({ problem, object, inspector, why }: Extract<Refusal, { kind: 'change-not-allowed' }>, names: Names): string {
  const [institution, person] = [called(names, object ?? ''), called(names, inspector ?? '')];
  switch (problem) {
    case 'change-object-unknown':
      return `${institution}不在这次检查之列，或已经退出，什么也没有改动。`;
    case 'change-not-in-team':
      return `${person}不在${institution}的检查组里，什么也没有改动。`;
    case 'change-inspector-unknown':
      return `${person}不在可派人员之列，或已不参与本次检查，什么也没有改动。`;
    case 'change-does-not-fit':
      return `${person}不能换到${institution}：${MISFITS[why ?? 'unknown']}。什么也没有改动，请另选一种办法。`;
    case 'change-swap-needs-two':
      return '交换要在两个检查组的两个人之间进行，什么也没有改动。请另选一种办法。';
    case 'change-needs-one-place':
    case 'change-needs-all-places':
    case 'change-nothing-to-fill':
    case 'change-slot-not-empty':
      return '各组人员刚刚变过，这样改已经不合适，什么也没有改动。请看更新后的内容再决定。';
    default:
      return unreachable(problem);
  }
}

function sayRange(from: Day | null, to: Day | null): string {
  if (from !== null && to !== null) return from === to ? `只能是${sayDay(from)}` : `要在${sayDay(from)}至${sayDay(to)}之间`;
  if (from !== null) return `不能早于${sayDay(from)}`;
  return to === null ? '填得不对' : `不能晚于${sayDay(to)}`;
}
