import type { DocumentFormat, DocumentStep, NotYet } from '#shared/document/document-name.ts';

/** Words around the documents; the documents themselves are Chinese. */
type DocumentTexts = {
  title: string;
  what: string;
  steps: Record<DocumentStep, string>;
  round: (number: number) => string;
  notYet: string;
  missing: Record<NotYet, string>;
  printPage: string;
  formats: Record<DocumentFormat, string>;
  /** The name of a button or link beside others of its kind. */
  of: (act: string, document: string) => string;
  loading: string;
  print: string;
  back: string;
  chinese: string;
};

const zh: DocumentTexts = {
  title: '文书',
  what: '每份文书都由会议记录生成，不用另行录入。打印页可以直接打印签字；Word 文件可以改动文字，数字以签字件为准。',
  steps: {
    prepare: '会前准备', 'check-in': '签到', adopt: '通过办法和监票人', arm: '备票', vote: '投票', count: '清点（第一关）',
    result: '开箱和结果（第二关）', announce: '宣布和公布', archive: '归档',
  },
  round: (number) => `第${number}轮`,
  notYet: '还不能出，因为',
  missing: {
    'no-candidates': '还没有候选项目。',
    'roll-empty': '名册还是空的。',
    'scrutineers-unnamed': '还没有指定监票人。',
    'not-adopted': '会议还没有通过。',
    'no-round': '还没有准备这一轮。',
    'not-armed': '这一轮还没有备票。',
    'not-closed': '这一轮还没有截止。',
    'not-tallied': '这一轮还没有开箱计票。',
    'not-certified': '结果还没有签字确认。',
    'not-decided': '会议还没有定下全部结果。',
    'not-published': '结果还没有公布。',
    'round-void': '这一轮已作废。',
  },
  printPage: '打印页',
  formats: { pdf: 'PDF', docx: 'Word', xlsx: 'Excel' },
  of: (act, document) => `${document}：${act}`,
  loading: '正在读取文书…',
  print: '打印',
  back: '返回文书列表',
  chinese: '',
};

const en: DocumentTexts = {
  title: 'Documents',
  what: 'Every document is made from the record; nothing is typed. Print pages can be printed and signed; Word files may be reworded, the signed sheet counts.',
  steps: {
    prepare: 'Before the meeting', 'check-in': 'Check-in', adopt: 'Adoption', arm: 'Arming', vote: 'Voting', count: 'Count report (gate 1)',
    result: 'Opening and result (gate 2)', announce: 'Announcement', archive: 'Archive',
  },
  round: (number) => `round ${number}`,
  notYet: 'Not yet, because',
  missing: {
    'no-candidates': 'there are no candidate projects.',
    'roll-empty': 'the roll is empty.',
    'scrutineers-unnamed': 'no scrutineers are named.',
    'not-adopted': 'the meeting has not adopted it.',
    'no-round': 'no round is prepared.',
    'not-armed': 'the round is not armed.',
    'not-closed': 'the round is not closed.',
    'not-tallied': 'the box of the round is not opened.',
    'not-certified': 'the outcome is not certified.',
    'not-decided': 'the congress is not decided.',
    'not-published': 'the result is not published.',
    'round-void': 'the round is void.',
  },
  printPage: 'Print page',
  formats: { pdf: 'PDF', docx: 'Word', xlsx: 'Excel' },
  of: (act, document) => `${document}: ${act}`,
  loading: 'Reading the document…',
  print: 'Print',
  back: 'Back to the documents',
  chinese: 'Documents are in Chinese, as the meeting signs them.',
};

export const documentTexts = { zh, en };
