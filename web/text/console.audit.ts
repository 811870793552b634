import { auditActWord } from '#shared/document/audit-acts.ts';

const zh = {
  /** An act in Chinese, as the documents have it. */
  act: auditActWord,
  page: {
    title: '操作日志',
    what: '每一条都含前一条的摘要，改动任何一条都会断链。',
    loading: '正在读取日志…',
    intact: (length: number) => `链完整：共 ${length} 条，逐条核对，没有改动、缺漏或重排。`,
    broken: (length: number) => `链已断（共 ${length} 条）。请保全现场，报告总监票人和主持人。`,
    head: (length: number) => `第 ${length} 条（末条）摘要`,
    sheet: '确认签字时的末条摘要印在计票结果报告单上，可以对照。',
    recheck: '重新检查',
    export: '导出全部日志（导出也会记入日志）：',
    formats: { xlsx: 'Excel', csv: 'CSV', jsonl: 'JSON 行（可核验）' },
    all: '全部',
    from: '从哪一天',
    to: '到哪一天',
    shown: (shown: number, matching: number, all: number) => `已显示 ${shown} 条；符合条件 ${matching} 条，全部 ${all} 条。`,
    none: '没有符合条件的日志。',
    columns: { sequence: '序号', at: '时间', actor: '谁', act: '做了什么', detail: '内容', hash: '摘要' },
    earlier: '读取更早的日志',
  },
};

const en: typeof zh = {
  act: (name: string) => name,
  page: {
    title: 'Audit log',
    what: 'Every entry holds the hash of the one before; a change anywhere breaks the chain.',
    loading: 'Reading the log…',
    intact: (length) => `The chain is intact: ${length} entries, each checked, none changed, missing or moved.`,
    broken: (length) => `The chain is broken (${length} entries). Keep everything as it is and report to the chief scrutineer and the chair.`,
    head: (length) => `Hash of the last entry, no. ${length}:`,
    sheet: 'The last hash at the certification is printed on the result sheet, to compare.',
    recheck: 'Check again',
    export: 'Take the whole log out (which is logged too):',
    formats: { xlsx: 'Excel', csv: 'CSV', jsonl: 'JSON lines (can be verified)' },
    all: 'All',
    from: 'From day',
    to: 'To day',
    shown: (shown, matching, all) => `${shown} shown; ${matching} match, ${all} in all.`,
    none: 'No entry matches.',
    columns: { sequence: 'No.', at: 'Time', actor: 'Who', act: 'Act', detail: 'Detail', hash: 'Hash' },
    earlier: 'Read earlier entries',
  },
};

export const auditTexts = { zh, en };
