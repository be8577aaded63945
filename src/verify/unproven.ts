// What a verification does not prove: said each time, so that nobody takes a tick for more than it is.
import type { ReadRecord } from './record.ts';
import type { Shown } from './shown.ts';

/** What lies outside a record, or was not shown. */
export function unproven({ manifest, beacon, beaconTypedBy, events }: ReadRecord, { lock, lockedAt, close }: Shown): readonly string[] {
  const open: string[] = [];
  if (lock === undefined) open.push('未出示群内的封签摘要：只能说明记录自洽，不能说明它是当时封签的那一份');
  if (lockedAt === undefined) open.push('未出示群内公告的时间：封签时间以记录自己所写为准');
  if (close === undefined) open.push('未出示群内的封存摘要：不能说明见证内容在末项产生之前已经定下');
  if (beacon?.type === 'drand') open.push('随机信标 quicknet 的公钥：以本核对程序所带的为准，可与 drand 官网公布的比对');
  if (beacon?.type === 'lottery') {
    open.push('开奖号码是否为官方公布的号码：请与开奖公告比对');
    open.push('这一期是否在封签和封存见证以后才开奖：记录里没有开奖日期，请与开奖公告比对');
  }
  if (beacon?.type === 'dice') open.push('骰子点数是否为当场所掷：以见证人的确认为准');
  if (manifest.entropy.mode === 'witness') open.push('服务器管理员与最后一位见证人若串通，可以左右结果：此方式的记录查不出来');
  if (beaconTypedBy !== undefined) open.push('末项是否由所列见证人各自录入：以工作记录为准');
  if (events.length > 0)
    open.push('变更是否先登记、后开链值，是否就是当时批准的那一项（知道链值的人可以另写一项自洽的变更）：以工作记录为准');
  open.push('此后是否还有变更没有写进这份记录：以工作记录为准');
  open.push('封签时工作记录的末端摘要（prev）：需要工作记录才能核对', '名单所载事实是否真实、完整：以公示和核查为准');
  return open;
}

/** What stands in the record but enters no digest: looked at for its form only, could be changed unnoticed. */
export function unbound({ events, beaconTypedBy }: ReadRecord): readonly string[] {
  const loose = ['名单、人员、回避各行在文件里的先后'];
  if (events.length > 0) loose.push('每次变更的理由、批准人、说明和时间');
  if (beaconTypedBy !== undefined) loose.push('末项录入人的先后及是哪几位见证人');
  return loose.map((what) => `未受约束（不在任何摘要之内，只核对了格式）：${what}`);
}
