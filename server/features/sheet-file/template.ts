import writeXlsxFile from 'write-excel-file/node';
import type { Cell } from 'write-excel-file/node';

type Language = 'zh' | 'en';
type Template = {
  readonly fileName: Readonly<Record<Language, string>>;
  readonly sheet: Readonly<Record<Language, string>>;
  /** Stands above the header, where an import passes it over. */
  readonly note: Readonly<Record<Language, string>>;
  readonly columns: readonly { readonly header: Readonly<Record<Language, string>>; readonly width: number }[];
};

const TEMPLATES: Readonly<Record<'roll.xlsx' | 'projects.xlsx', Template>> = {
  'roll.xlsx': {
    fileName: { zh: '代表名册模板.xlsx', en: 'roll-template.xlsx' },
    sheet: { zh: '代表名册', en: 'Roll' },
    note: {
      zh: '每行一位代表，三列都要填。代表证号为 1 至 8 位数字，前面的 0 会保留。例：001　陈正　第一代表团。不要合并单元格，不要用公式。',
      en: 'One delegate per row, all three columns filled in. The delegate number is 1 to 8 digits; zeros in front are kept. Example: 001, Chen Zheng, First delegation. No merged cells, no formulas.',
    },
    columns: [
      { header: { zh: '代表证号', en: 'Number' }, width: 14 },
      { header: { zh: '姓名', en: 'Name' }, width: 18 },
      { header: { zh: '代表团', en: 'Delegation' }, width: 28 },
    ],
  },
  'projects.xlsx': {
    fileName: { zh: '候选项目模板.xlsx', en: 'project-template.xlsx' },
    sheet: { zh: '候选项目', en: 'Projects' },
    note: {
      zh: '每行一个项目，序号是正式顺序，项目名称必填，不清楚的留空。量化目标一行写一项（Alt+回车换行），例：创建未来社区：不少于 4 个。总投资按整数元填写；如按万元，把列名改为“总投资（万元）”。',
      en: 'One project per row; the number is the official order, the project title is needed, what is not known stays empty. One target per line (Alt+Enter), for example: Playgrounds: at least 4 places. Investment in whole yuan.',
    },
    columns: [
      { header: { zh: '序号', en: 'Number' }, width: 8 },
      { header: { zh: '项目名称', en: 'Project' }, width: 32 },
      { header: { zh: '主题', en: 'Theme' }, width: 14 },
      { header: { zh: '量化目标', en: 'Targets' }, width: 44 },
      { header: { zh: '总投资（元）', en: 'Investment (yuan)' }, width: 18 },
      { header: { zh: '责任单位', en: 'Responsible unit' }, width: 24 },
      { header: { zh: '完成时限', en: 'Deadline' }, width: 16 },
      { header: { zh: '说明', en: 'Note' }, width: 36 },
    ],
  },
};

/** Rows that are made ready to take text as it is typed, zeros in front of a number too. */
const READY_ROWS = 400;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** An empty workbook with the header that the import reads. */
export async function templateFile(name: keyof typeof TEMPLATES, language: Language) {
  const { fileName, sheet, note, columns } = TEMPLATES[name];
  const head = columns.map(({ header }): Cell => ({ value: header[language], type: String, format: '@', fontWeight: 'bold', align: 'center', backgroundColor: '#f2f2f2' }));
  const ready = columns.map((): Cell => ({ type: String, format: '@', wrap: true, alignVertical: 'top' }));
  const top: Cell = { value: note[language], type: String, wrap: true, alignVertical: 'top', columnSpan: columns.length, height: 64 };
  const rows = [[top, ...columns.slice(1).map(() => null)], head, ...Array.from({ length: READY_ROWS }, () => ready)];
  const book = [{ sheet: sheet[language], stickyRowsCount: 2, columns: columns.map(({ width }) => ({ width })), data: rows }];
  const made = await writeXlsxFile(book, { fontFamily: '宋体', fontSize: 11 }).toBuffer();
  const headers = {
    'content-type': XLSX,
    'content-disposition': `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(fileName[language])}`,
  };
  return { ok: true as const, value: new Uint8Array(made), headers };
}
