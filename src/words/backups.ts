// What the commands `migrate`, `backup` and `restore` say.

/** Their sentences. */
export const BACKUP_WORDS = {
  migrate: '把数据库的表升级到当前版本',
  backup: '把整个数据库备份到一个新文件（服务可以不停）',
  restore: '用备份文件恢复整个数据库',
  file: '备份文件',
  force: '数据库里已有数据时也恢复：原有数据全部被备份取代',
  json: '输出 JSON',
  nothingToMigrate: '数据库已是当前版本。',
  migrated: (names: readonly string[]): string => `已升级：${names.join('、')}。`,
  backedUp: (file: string, bytes: number): string => `已备份到 ${file}（${bytes} 字节）。`,
  restored: (rows: number, entries: number): string => `已恢复 ${rows} 行；工作记录 ${entries} 条，逐条核对无误。`,
  noDatabase: '数据库不存在，没有可备份的内容。',
  exists: (file: string): string => `${file} 已存在，请换一个文件名。`,
  noFile: (file: string): string => `找不到文件 ${file}。`,
  notEmpty: '数据库里已有数据，没有恢复；确认要用备份取代它，请加 --force。',
  notABackup: (file: string, why: string): string => `${file} 不是完整可用的备份，没有恢复（${why}）。`,
  ledgerBroken: (seq: number): string => `备份里的工作记录在第 ${seq} 条断开，可能被改动过，没有恢复。`,
  badUrl: 'DATABASE_URL 应以 sqlite: 或 postgres:// 开头。',
  failed: (why: string): string => `数据库操作失败：${why}`,
} as const;
