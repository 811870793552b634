/** Words for what is kept and what must go: backups. */
const zh = {
  backups: {
    title: '请删除投票期间做的备份',
    why: (count: number) => `本轮发票、投票期间做过 ${count} 次备份。备份里有打开换机包的钥匙，截止后必须删除。`,
    act: '备份已全部删除',
    says: '请先在每个存放备份的地方（硬盘、U 盘、网盘）删除这些文件。记入操作日志。',
    yes: '确认已全部删除',
  },
};

const en: typeof zh = {
  backups: {
    title: 'Delete the backups made during the vote',
    why: (count) => `${count === 1 ? 'One backup was' : `${count} backups were`} made while papers of this round were out. Such a file holds the keys to the delegates’ device copies and must go once the round is closed.`,
    act: 'All backups are deleted',
    says: 'Delete these files first wherever they lie (disk, USB stick, shared drive). This is written to the audit log.',
    yes: 'Confirm that all are deleted',
  },
};

export const keepingTexts = { zh, en };
