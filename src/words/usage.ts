// What a command line was used wrongly for, one sentence each.
const SENTENCES: Readonly<Record<string, (what: string) => string>> = {
  'commander.unknownCommand': (what) => `没有“${what}”这个命令。用 mingqian --help 看有哪些命令。`,
  'commander.unknownOption': (what) => `没有“${what}”这个选项。在命令后加 --help 看用法。`,
  'commander.missingArgument': (what) => `缺少参数 ${what}。在命令后加 --help 看用法。`,
  'commander.optionMissingArgument': (what) => `选项 ${what} 后面要跟一个值。`,
  'commander.excessArguments': () => '参数多了。在命令后加 --help 看用法。',
  broken: (what) => `出了意外，没有做完：${what}`,
};

/** The sentence of a usage error's code. */
export function sayUsage(code: string, what = ''): string {
  return (SENTENCES[code] ?? (() => '用法不对。在命令后加 --help 看用法。'))(what);
}
