// Where in a record something stands, in words: `drawn[0]` is 抽中的第 1 家.

/** Keys that a reader meets in a difference, as the page calls them. */
const KEYS: Readonly<Record<string, string>> = {
  stratum: '类别代码',
  drawn: '抽中的',
  reserve: '递补的',
  forced: '定向的',
  object: '机构',
  team: '检查组',
  slot: '席位',
  in: '接替的人',
  out: '退出的人',
  changes: '人员变动',
  round: '轮次',
  chain: '信标链',
  game: '彩种',
  issue: '期号',
  count: '骰子个数',
  sides: '骰子面数',
  type: '种类',
};

/** Whose list it is that is counted, for the word behind the number. */
const UNITS: Readonly<Record<string, string>> = { drawn: '家', reserve: '家', forced: '家', team: '席', changes: '处' };

/** A key as people say it; itself where there is no word for it. */
export function keyWords(key: string): string {
  return Object.hasOwn(KEYS, key) ? (KEYS[key] ?? key) : key;
}

/** A path of keys and indices, in the order in which one looks for the place. */
export function placeWords(path: string): string {
  const steps = [...path.matchAll(/\.?([A-Za-z]\w*)|\[(\d+)\]/g)];
  return steps
    .map(([, key, index], at) => {
      if (key !== undefined) return keyWords(key);
      return `第 ${Number(index) + 1} ${UNITS[steps[at - 1]?.[1] ?? ''] ?? '项'}`;
    })
    .join('，')
    .replaceAll(/(的|检查组|人员变动)，第/g, '$1第');
}
