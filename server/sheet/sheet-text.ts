import type { SheetProblem } from '#shared/contract/sheet-file.ts';
import type { Unreadable } from './sheet.ts';

type Text = { readonly zh: string; readonly en: string };
type Figures = Readonly<Record<string, number | string>>;

/** What is wrong with a row or a file, and what to do; `{name}` stands for a figure. */
const PROBLEMS = {
  'no-header': {
    zh: '没有找到表头。表头要有这些列：{wanted}。可以下载模板对照。',
    en: 'There is no header row. It needs the columns {wanted}. The template shows them.',
  },
  'header-incomplete': {
    zh: '这一行像是表头，但缺少：{missing}。请补上这些列，或下载模板对照。',
    en: 'This row looks like the header, but lacks {missing}. Please add the columns; the template shows them.',
  },
  'doubled-header': { zh: '表头“{header}”出现了两次。请删去或改名其中一列。', en: 'The header “{header}” stands twice. Please remove or rename one of the columns.' },
  'no-rows': { zh: '表头下面没有内容。请填写后再导入。', en: 'Nothing follows the header. Please fill the table in.' },
  'too-many': { zh: '超过 {most} 行，后面的没有读。请核对文件，或分成几份。', en: 'There are more than {most} rows, and the rest was not read. Please check the file or split it.' },
  'more-problems': { zh: '还有 {more} 处问题没有列出。请先改正上面的。', en: '{more} more problems are not listed. Please correct those above first.' },
  formula: { zh: '“{header}”是公式，系统不计算公式。请复制后“选择性粘贴为数值”。', en: '“{header}” is a formula, and formulas are not evaluated. Please paste it as a value.' },
  merged: { zh: '“{header}”是合并单元格。请取消合并，每行各填各的。', en: '“{header}” is part of merged cells. Please unmerge them and fill in each row.' },
  error: { zh: '“{header}”里是错误值（如 #N/A）。请改为实际内容。', en: '“{header}” shows an error such as #N/A. Please put the actual text there.' },
  'number-blank': { zh: '“{header}”是空的。请填写代表证号（1 至 8 位数字）。', en: '“{header}” is blank. Please fill in the delegate number (1 to 8 digits).' },
  number: { zh: '代表证号应为 1 至 8 位数字，这里是“{found}”。请改正。', en: 'The delegate number is 1 to 8 digits; here stands “{found}”. Please correct it.' },
  blank: { zh: '“{header}”是空的。请填写，或删去这一行。', en: '“{header}” is blank. Please fill it in, or delete the row.' },
  'too-long': { zh: '“{header}”有 {length} 个字，最多 {most} 个。请缩短。', en: '“{header}” has {length} characters, and {most} at most fit. Please shorten it.' },
  hidden: { zh: '“{header}”里有换行等看不见的字符。请删去后重新输入。', en: '“{header}” holds line breaks or characters that are not seen. Please type it anew.' },
  doubled: { zh: '代表证号 {number} 在第 {first} 行已出现。请核对两行。', en: 'Delegate number {number} stands in row {first} already. Please compare the two rows.' },
  'clerk-name': {
    zh: '{number} 号是监票人，“{name}”却是一名工作人员的姓名，两者不能是同一人。请核对姓名；确要改名，先取消这位监票人。',
    en: '{number} is a scrutineer, and “{name}” is the name of a clerk; nobody is both. Please check the name; to change it all the same, take the scrutineer off the list first.',
  },
  'project-number': { zh: '序号应为 1 至 99 的整数，这里是“{found}”。请改正。', en: 'The number is a whole number from 1 to 99; here stands “{found}”. Please correct it.' },
  'doubled-project': { zh: '序号 {number} 在第 {first} 行已出现。请核对两行。', en: 'Number {number} stands in row {first} already. Please compare the two rows.' },
  investment: {
    zh: '总投资应是整数元（列名写明“万元”时可带小数），这里是“{found}”。请改正；不清楚就留空。',
    en: 'The investment is a whole amount of yuan (with decimals where the header says 万元); here stands “{found}”. Please correct it, or leave it empty where it is not known.',
  },
  target: {
    zh: '“{found}”读不出数量。请写成“创建未来社区：不少于 4 个”这样，或移到“说明”。',
    en: 'No amount can be read from “{found}”. Please write it like “创建未来社区：不少于 4 个”, or move it to the note.',
  },
  'too-many-targets': { zh: '量化目标有 {count} 项，最多 {most} 项。请合并几项。', en: 'There are {count} targets, and {most} at most fit. Please join some.' },
} as const;

/** What a reader should know and may let stand. */
const WARNINGS = {
  'hidden-sheet': { zh: '隐藏的工作表“{name}”没有读。', en: 'The hidden sheet “{name}” was not read.' },
  'other-sheets': { zh: '只读了第一张工作表“{name}”，没有读：{others}。', en: 'Only the first sheet “{name}” was read, not: {others}.' },
  'far-columns': { zh: '右边很远的列没有读。', en: 'Columns far to the right were not read.' },
  'hidden-row': { zh: '这一行在表格里是隐藏的（或被筛选掉了），仍会导入。', en: 'This row is hidden (or filtered out) in the file and is imported all the same.' },
  'same-name': { zh: '姓名“{name}”与第 {first} 行相同。同名的两位代表可以保留，请核对是否重复。', en: 'The name “{name}” stands in row {first} too. Two delegates may share a name; please check that it is not one person twice.' },
  'number-from-order': { zh: '没有“代表证号”列，用“{header}”列作代表证号。', en: 'There is no column of delegate numbers; the column “{header}” is taken for it.' },
  'letter-printed': { zh: '{number} 号的凭证已制作，姓名改动后请重做这份凭证。', en: 'The letter of {number} is made already; with another name please make it anew.' },
  'zeros-differ': { zh: '{number} 与名册中的 {other} 只差前面的零，会当作另一位代表。请核对证号。', en: '{number} differs from {other} on the roll by leading zeros only and is taken for another delegate. Please compare the numbers.' },
  renumbered: {
    zh: '“{name}”在名册中是 {other} 号，这里是 {number} 号。如果是同一人，导入时请一并删去名册中的 {other} 号。',
    en: '“{name}” is {other} on the roll and {number} here. Where it is one person, strike {other} from the roll with the import.',
  },
} as const;

const UNREADABLE: Readonly<Record<Unreadable, Text>> = {
  empty: { zh: '文件是空的。请重新选择文件。', en: 'The file is empty. Please choose another.' },
  'not-a-sheet': { zh: '这不是表格文件，只是文件名像。请选择 .xlsx 或 CSV 文件。', en: 'This is no table, whatever its name says. Please choose an .xlsx or CSV file.' },
  'web-page': { zh: '这是网页格式，只是文件名像表格。请在表格软件里打开，“另存为” .xlsx 后再选。', en: 'This is a web page under the name of a table. Please open it in the office program, save it as .xlsx and choose that file.' },
  'old-excel': { zh: '这是旧格式（.xls 或 .et）。请在表格软件里“另存为” .xlsx 后再选。', en: 'This is the older format (.xls or .et). Please save it as .xlsx and choose that file.' },
  locked: { zh: '文件有打开密码。请在表格软件里取消密码，另存后再选。', en: 'The file is locked by a password. Please save it without one and choose that file.' },
  damaged: { zh: '文件已损坏，读不完整。请在表格软件里打开，另存后再选。', en: 'The file is damaged. Please open it in the office program, save it anew and choose that file.' },
  'too-large-inside': { zh: '文件展开后过大，没有读。请只保留需要的工作表，另存后再选。', en: 'The file unfolds to more than is taken. Please keep only the sheet that is needed and save it anew.' },
  'no-visible-sheet': { zh: '文件里没有可见的工作表。请取消隐藏后另存。', en: 'The file has no visible sheet. Please unhide it and save.' },
  quotes: { zh: '第 {line} 行的引号没有配对，后面的内容读不出来。请补上或删去引号。', en: 'The quotation marks of line {line} do not close, so what follows cannot be read. Please close or remove them.' },
  'unknown-characters': { zh: '文字编码认不出。请在表格软件里另存为 .xlsx 或“CSV UTF-8”。', en: 'The characters of this file are in no encoding that is known here. Please save it as .xlsx or as CSV UTF-8.' },
};

export type ProblemName = keyof typeof PROBLEMS | keyof typeof WARNINGS;
/** Where in the file: the row, and the letters of the column where one is meant. */
export type Place = { readonly line: number; readonly column: string | null };

/** A figure as long as a whole cell would fill the page. */
const LONGEST_FIGURE = 60;

export function problem(place: Place, field: string, name: ProblemName, figures: Figures = {}): SheetProblem {
  const texts: Readonly<Record<ProblemName, Text>> = { ...PROBLEMS, ...WARNINGS };
  return { ...place, field, warning: name in WARNINGS, message: fill(texts[name], figures) };
}

/** Why a file cannot be read at all, as the one row of a refusal. */
export function unreadable(why: Unreadable, line = 1): SheetProblem {
  return { line, column: null, field: 'file', warning: false, message: fill(UNREADABLE[why], { line }) };
}

function fill(text: Text, figures: Figures): Text {
  const put = (one: string) => one.replace(/\{(\w+)\}/g, (_match, name: string) => shortened(String(figures[name] ?? '')));
  return { zh: put(text.zh), en: put(text.en) };
}

function shortened(figure: string): string {
  return figure.length > LONGEST_FIGURE ? `${figure.slice(0, LONGEST_FIGURE)}…` : figure;
}
