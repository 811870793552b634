export type BadRow = 'header' | 'no-rows' | 'too-many' | 'quotes' | 'columns' | 'number' | 'name' | 'delegation' | 'doubled' | 'taken';

/** What is wrong with a row of a roll file, and what to do; `{name}` stands for a figure. */
export const BAD_ROW: Readonly<Record<BadRow, { readonly zh: string; readonly en: string }>> = {
  header: {
    zh: '第一行应为“代表证号,姓名,代表团”。请补上或改正表头。',
    en: 'The first line reads "number,name,delegation". Please add or correct the header.',
  },
  'no-rows': {
    zh: '表头之后没有代表。请在文件中加入代表后再导入。',
    en: 'No delegate follows the header. Please add the delegates to the file.',
  },
  'too-many': {
    zh: '名册超过 {most} 人，没有读完。请核对文件，或分几次导入。',
    en: 'The roll has more than {most} delegates and was not read to its end. Please check the file, or import it in parts.',
  },
  quotes: {
    zh: '这一行的引号没有配对，后面的内容读不出来。请补上或删去引号。',
    en: 'The quotation marks of this line do not close, so what follows cannot be read. Please close or remove them.',
  },
  columns: {
    zh: '这一行有 {found} 栏，应为 3 栏。请核对逗号。',
    en: 'This line has {found} columns instead of 3. Please check the commas.',
  },
  number: {
    zh: '代表证号应为 1 至 8 位数字。请核对代表证号。',
    en: 'The delegate number is 1 to 8 digits. Please compare the number.',
  },
  name: {
    zh: '姓名应有 1 至 40 个字。请补上或缩短姓名。',
    en: 'The name has 1 to 40 characters. Please add or shorten it.',
  },
  delegation: {
    zh: '代表团应有 1 至 40 个字。请补上或缩短代表团名称。',
    en: 'The delegation has 1 to 40 characters. Please add or shorten it.',
  },
  doubled: {
    zh: '代表证号 {number} 在第 {first} 行已出现。请核对两行。',
    en: 'Delegate number {number} stands on line {first} already. Please compare the two lines.',
  },
  taken: {
    zh: '代表证号 {number} 已在名册中。请删去这一行，或改正代表证号。',
    en: 'Delegate number {number} is on the roll already. Please remove this line or correct the number.',
  },
};
