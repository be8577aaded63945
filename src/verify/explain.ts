// One sentence a check for a reader who has never heard of a digest.

/** By the part of a check's id before `:`. */
const SENTENCES: Readonly<Record<string, string>> = {
  text: '文件里没有可作两种读法的写法。',
  form: '记录该有的都有，没有夹带别的内容。',
  manifest: '把封签时定下的全部内容重新算成一串摘要（好比指纹）；改动一个字，摘要就不同。',
  'roster-count': '机构名单的家数与封签时公布的相同。',
  'roster-root': '机构名单的摘要与封签时相同：没有增删改任何一家。',
  'inspectors-count': '执法检查人员的人数与封签时公布的相同。',
  'inspectors-root': '人员名单的摘要与封签时相同：没有增删改任何一人。',
  'recusals-count': '事先登记的回避条数与封签时公布的相同。',
  'recusals-root': '回避名单的摘要与封签时相同。',
  ids: '每家机构、每名人员都有自己的编号，不会认错。',
  'recusal-rows': '回避只能针对名单里的人和机构，每条只算一次。',
  strata: '没有一家机构会被抽两遍。',
  ratios: '抽取比例写得合理。',
  weights: '风险高的可以多几次机会，但有上限。',
  'team-size': '每家至少由两名执法人员检查。',
  contributors: '谁来见证，封签时就已写定。',
  'beacon-plan': '最后一项随机来源是什么，封签时就已约定。',
  'beacon-chain': '用的是公共随机信标 drand 的 quicknet，不是别人自己架设的。',
  'beacon-time': '约定的那一轮在封签之后才产生：封签时谁也不知道它的结果。',
  'chain-length': '抽签后的变更要用封签时备好的链值，一次一个。',
  contributions: '见证内容只来自封签时写定的人，各一次。',
  'server-commit': '服务器公开的随机数，就是它封签时承诺的那一个。',
  beacon: '最后一项就是约定的那一项，写法没有第二种。',
  'beacon-randomness': '随机值由信标的签名算出，不能另填。',
  'beacon-signature': '签名确实出自 drand 的各家运行机构，对的就是这一轮；没有它们的密钥谁也造不出来。',
  'beacon-typed': '当场产生的数字由两名见证人各自录入，互相印证。',
  seed: '把以上各项合在一起，算出决定抽签结果的种子；缺了谁的一份都不行。',
  'strata-count': '每一层都有抽取结果。',
  objects: '用种子给每家机构算一张“签”，从小到大排队：前面的抽中，后面的依次递补。',
  'inspector-seed': '用抽中的机构和以上各项，算出分配人员的种子。',
  teams: '按种子排定次序依次分派：每次给任务最少的人，回避的跳过。',
  unfilled: '没有人可派的位置如实列出。',
  'event-number': '变更按次序编号，中间没有缺。',
  'event-room': '变更次数没有超过封签时备好的次数。',
  'event-link': '这次变更用的链值接得上前一个：它在封签时就已存在，不能临时挑选。',
  'event-change': '这次变更是规则允许的。',
  'event-seed': '由变更内容和链值算出种子，接替的人由它决定，不由人挑。',
  'event-result': '重新算出的接替结果与记录相同。',
  'final-teams': '全部变更之后的检查组与记录相同。',
  'shown-lock': '你从群里抄来的封签摘要，与这份记录算出的相同。',
  'shown-time': '你从群里抄来的封签时间，与这份记录所写的相同。',
  'shown-close': '你从群里抄来的封存摘要，与这份记录里的见证内容算出的相同。',
};

/** What a check means, in one sentence; empty for one that is not known. */
export function explain(checkId: string): string {
  return SENTENCES[checkId.split(':')[0] ?? ''] ?? '';
}
