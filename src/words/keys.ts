// What is wrong with the keys that sign checkpoints, and what the verb `key` says.

/** One sentence a problem; a key itself is never repeated. */
export const KEY_PROBLEM_WORDS = {
  unreadable: '读不到存证私钥文件，请检查它的权限。',
  malformed: '存证私钥写得不对：每行一把，形如 PRIVATE+KEY+名称+标识+内容。',
  'no-ed25519': '存证私钥里没有 Ed25519 私钥，它必须在第一行。',
  'names-differ': '几把存证私钥的名称不同，应当相同。',
  'given-elsewhere': '存证私钥由环境变量给出，请在那里添加。',
  'has-sm2': '已经有一把国密私钥，没有再添加。',
} as const;

export const KEY_WORDS = {
  key: '显示存证公钥；还没有私钥就生成一把',
  sm2: '再生成一把国密 SM2 私钥，此后每次存证多一行 SM2 签名',
  json: '输出 JSON',
  from: '私钥来自',
  environment: '环境变量 MINGQIAN_CHECKPOINT_KEY',
} as const;
