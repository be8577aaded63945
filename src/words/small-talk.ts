// What people say to somebody who is not a machine: greetings, thanks, “noted”. It is no mistake and gets no refusal.

/** How such a line is answered. */
export type SmallTalk = 'hello' | 'thanks' | 'noted' | 'who';

const LINES: readonly (readonly [SmallTalk, RegExp])[] = [
  ['hello', /^(你好|您好|大家好|早|早上好|早安|上午好|中午好|下午好|晚上好|晚安|在吗|在不在|在么|hi|hello|嗨|哈喽)[呀啊哦呢吗]?$/i],
  ['thanks', /^(谢谢|多谢|感谢|谢了|辛苦|辛苦了|太好了|真好|棒|赞|thanks?|thank you|thx)[你您啦了哈呀啊]*$/i],
  ['noted', /^(好|好的|好滴|收到|明白|明白了|知道了|了解|行|可以|嗯+|哦+|ok|okay|再见|拜拜|bye)[呀啊哦呢吧啦哈]*$/i],
  ['who', /^(你是谁|你叫什么|你会什么|你能做什么|你能干什么|怎么用|怎么办|怎么操作|有什么功能|我该做什么|我要做什么)[呀啊呢]?$/],
];

/** Which kind of small talk a plain line is, or null: punctuation and spaces at its ends do not count. */
export function smallTalkIn(line: string): SmallTalk | null {
  const bare = line.replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '');
  // Nothing but signs or pictures (👍, ……) is a nod.
  if (bare === '') return line === '?' ? null : 'noted';
  return LINES.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
}
