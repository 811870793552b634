/** Words of what is left of a deleted congress. */
const zh = {
  title: '本场会议的资料已经删除',
  what: '经两人签字，本场会议的名册、凭证、票箱、文书、日志和账号已全部删除。以下是删除说明。',
  rehearsal: '这是一场演练。',
  meeting: '会议',
  published: '公布时间',
  unpublished: '没有公布',
  due: '保存至',
  noDue: '没有发过票，不设保存期',
  deleted: '删除时间',
  reason: '理由',
  asked: '提出人',
  confirmed: '确认人',
  confirmedAs: { clerk: '工作人员', scrutineer: '监票人' },
  counts: '删除的内容',
  countsOf: ({ delegates, letters, papers, ballots, accounts, auditLines }: Record<'delegates' | 'letters' | 'papers' | 'ballots' | 'accounts' | 'auditLines', number>) =>
    `名册 ${delegates} 人，凭证 ${letters} 份，发出的票 ${papers} 张，票箱里的票 ${ballots} 张，账号 ${accounts} 个，操作日志 ${auditLines} 条`,
  archive: '最后一份归档 SHA-256',
  noArchive: '没有下载过归档',
  auditHead: '操作日志末条摘要',
  round: (number: number) => `第 ${number} 轮`,
  roundOf: (received: number) => `收回 ${received} 张；公告单摘要`,
  outcome: '结果摘要',
};

const en: typeof zh = {
  title: 'The files of this meeting were deleted',
  what: 'Two people signed, and the roll, letters, box, documents, log and accounts of this meeting were deleted. This note is what stays.',
  rehearsal: 'This was a rehearsal.',
  meeting: 'Meeting',
  published: 'Published',
  unpublished: 'never published',
  due: 'Kept until',
  noDue: 'no paper was issued, nothing had to be kept',
  deleted: 'Deleted',
  reason: 'Reason',
  asked: 'Asked for by',
  confirmed: 'Confirmed by',
  confirmedAs: { clerk: 'clerk', scrutineer: 'scrutineer' },
  counts: 'What was deleted',
  countsOf: ({ delegates, letters, papers, ballots, accounts, auditLines }) =>
    `${delegates} delegates, ${letters} letters, ${papers} papers issued, ${ballots} ballots, ${accounts} accounts, ${auditLines} lines of the audit log`,
  archive: 'SHA-256 of the last archive',
  noArchive: 'no archive was taken',
  auditHead: 'Last hash of the audit log',
  round: (number) => `Round ${number}`,
  roundOf: (received) => `${received} received; manifest hash`,
  outcome: 'outcome hash',
};

export const deletedTexts = { zh, en };
