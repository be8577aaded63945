// What the fields of forms are called, for the sentence that says which one is missing or wrong.

const FIELD_WORDS: Readonly<Record<string, string>> = {
  title: '任务名称',
  kind: '抽查类型',
  categories: '检查对象类别',
  document: '比例频次文件',
  matters: '抽查事项',
  methods: '检查方式',
  methodReason: '只作书面检查的理由',
  from: '检查开始日期',
  to: '检查截止日期',
  mode: '末项',
  witnesses: '见证人',
  words: '说明',
  value: '见证内容',
  throws: '骰子点数',
  numbers: '开奖号码',
  beacon: '信标数值',
  game: '彩票',
  issue: '期号',
  drawnOn: '开奖日期',
  ground: '回避理由',
  day: '日期',
  way: '通知方式',
  shown: '亮证',
  visitedOn: '检查日期',
  method: '检查方式',
  outcome: '处理意见',
  rectifyBy: '整改期限',
  summary: '检查小结',
  result: '回访结果',
  channel: '公示渠道',
  address: '公示地址',
  code: '验证码',
  reason: '理由',
  roles: '角色',
  on: '日期',
  ownerUnit: '承办单位',
  points: '检查要点',
  'six-institution': '机构名称',
  'six-time': '抽查时间',
  'six-method': '抽查方式',
  'six-content': '抽查内容',
  'six-result': '抽查结果',
  'six-handling': '违法行为查处情况',
};

/** The label of a form field; fields of check points (`r12`, `w12`) are called by their number. */
export function sayField(name: string): string {
  const point = /^([rw])(\d+)$/.exec(name);
  if (point !== null) return `第 ${point[2]} 点的${point[1] === 'r' ? '结果' : '说明'}`;
  return Object.hasOwn(FIELD_WORDS, name) ? (FIELD_WORDS[name] ?? name) : name;
}
