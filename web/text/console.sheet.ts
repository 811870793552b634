/** Words of importing a roll or candidate projects from a table. */
const zh = {
  file: {
    choose: '选择表格文件（.xlsx 或 CSV）', act: '选择文件', hint: '也可以把文件拖到这里。最大 8 MB；只读取，不改动原文件。',
    template: { 'roll.xlsx': '下载名册模板（.xlsx）', 'projects.xlsx': '下载候选项目模板（.xlsx）' },
    paste: '没有文件？粘贴表格内容', pasteHere: '从表格软件里复制的内容（连同表头）', pasted: '粘贴的内容', lookOverPasted: '核对粘贴的内容',
  },
  preview: {
    title: '核对结果', of: (name: string) => `核对结果：${name}`, counts: '核对数目',
    readSheet: (sheet: string, rows: number) => `读了工作表“${sheet}”，表头下 ${rows} 行。`, readText: (rows: number) => `读了文本表格，表头下 ${rows} 行。`,
    columns: (headers: readonly string[]) => `用了这些列：${headers.join('、')}。`, ignored: (headers: readonly string[]) => `没有用：${headers.join('、')}。`,
    kinds: { problem: '问题', warning: '提醒', missing: '文件中没有', changed: '改动', added: '新增', same: '不变' },
    row: '位置', kind: '情况', what: '对象', says: '说明', place: (line: number, column: string | null) => (column === null ? `第 ${line} 行` : `第 ${line} 行 ${column} 列`),
    search: '在核对结果里查找', show: '只看', showAll: '全部', shownKind: (kind: string, count: number) => `${kind}（${count}）`,
    nothing: '没有要看的内容。', mend: (count: number) => `有 ${count} 处问题，还不能导入。请在文件里改正，存盘后再选一次文件。`,
    again: '再核对一次', putAway: '放弃这份文件',
  },
};

const en: typeof zh = {
  file: {
    choose: 'Choose a table (.xlsx or CSV)', act: 'Choose a file', hint: 'You may also drop the file here. 8 MB at most; it is only read, never changed.',
    template: { 'roll.xlsx': 'Download the roll template (.xlsx)', 'projects.xlsx': 'Download the project template (.xlsx)' },
    paste: 'No file? Paste cells', pasteHere: 'What was copied in the office program (with its header)', pasted: 'pasted cells', lookOverPasted: 'Look over what was pasted',
  },
  preview: {
    title: 'What the file holds', of: (name: string) => `What the file holds: ${name}`, counts: 'Counts',
    readSheet: (sheet: string, rows: number) => `Read the sheet “${sheet}”, ${rows} rows below the header. `, readText: (rows: number) => `Read as text, ${rows} rows below the header. `,
    columns: (headers: readonly string[]) => `Columns used: ${headers.join(', ')}. `, ignored: (headers: readonly string[]) => `Left aside: ${headers.join(', ')}.`,
    kinds: { problem: 'Problem', warning: 'Look at', missing: 'Not in the file', changed: 'Changed', added: 'New', same: 'Unchanged' },
    row: 'Place', kind: 'Kind', what: 'About', says: 'What', place: (line: number, column: string | null) => (column === null ? `Row ${line}` : `Row ${line}, column ${column}`),
    search: 'Find in this list', show: 'Show only', showAll: 'All', shownKind: (kind: string, count: number) => `${kind} (${count})`,
    nothing: 'There is nothing to look at.', mend: (count: number) => `${count} ${count === 1 ? 'problem keeps' : 'problems keep'} the file back. Please correct the file, save it and choose it again.`,
    again: 'Look it over again', putAway: 'Put this file away',
  },
};

export const sheetTexts = { zh, en };

type Struck = { readonly people: number; readonly letters: number; readonly present: number };
type RollPlan = { readonly added: number; readonly changed: number; readonly struck: number };

const zhRoll = {
  title: '从表格导入名册', how: '每行一位代表，要有代表证号、姓名、代表团三列，列的先后不限，表头上面可以有标题。先核对，不写入；确认后整份导入，或一行也不导入。再次导入会与现有名册比较。',
  says: {
    reading: '正在读文件并与名册比较…', sending: '正在导入名册…可以先看别的步骤。',
    done: ({ added, changed, struck }: RollPlan) => `名册已导入：新增 ${added} 人，改动 ${changed} 人，删除 ${struck} 人。`,
  },
  work: { reading: '正在读名册文件…', read: '名册文件核对好了，还没有导入。', sending: '正在导入名册…可以先看别的步骤。' }, back: '回到代表名册',
  and: '；', changedName: (before: string, after: string) => `姓名：${before} → ${after}`, changedDelegation: (before: string, after: string) => `代表团：${before} → ${after}`,
  missing: (standing: string) => `在名册中，文件里没有（${standing}）`, hasLetter: '凭证已登记', isPresent: '已签到', isScrutineer: '监票人',
  strikeTitle: (n: number) => `名册中有 ${n} 人不在文件里`, strike: (n: number) => `同时把这 ${n} 人从名册删除`,
  strikeSays: ({ people, letters, present }: Struck) =>
    `不勾选，这 ${people} 人留在名册上。勾选后${letters > 0 ? `，其中 ${letters} 份凭证随之作废` : ''}${present > 0 ? `，${present} 人的签到一并撤销` : ''}，应到人数减少 ${people}。`,
  strikeNot: (who: readonly string[]) => `其中有监票人（${who.join('、')}），不能删除。请先取消指定，再来核对。`,
  strikeConfirm: (n: number, before: number, after: number) => `${n} 人将从名册中删除，他们的凭证和签到随之作废；应到由 ${before} 人变为 ${after} 人。`,
  plan: ({ added, changed, struck }: RollPlan) => `导入后：新增 ${added} 人，改动 ${changed} 人，删除 ${struck} 人。`,
  nothing: '文件与名册一致，不需要导入。', onlyMissing: '文件里的代表都已在名册中，没有改动。要删除文件里没有的人，请先勾选上面一项。',
  act: '导入这份名册', actYes: '确认导入并删除',
};

const enRoll: typeof zhRoll = {
  title: 'Import the roll from a table', how: 'One delegate per row, with columns for number, name and delegation in any order; a title may stand above the header. The file is looked over first and nothing is written; then all of it is imported, or nothing. Importing again compares with the roll as it is.',
  says: {
    reading: 'Reading the file and comparing it with the roll…', sending: 'Importing the roll… You may look at other steps meanwhile.',
    done: ({ added, changed, struck }) => `The roll is imported: ${added} new, ${changed} changed, ${struck} struck.`,
  },
  work: { reading: 'Reading the roll file…', read: 'A roll file was looked over and is not imported yet.', sending: 'Importing the roll… You may look at other steps meanwhile.' }, back: 'Back to the roll',
  and: '; ', changedName: (before, after) => `Name: ${before} → ${after}`, changedDelegation: (before, after) => `Delegation: ${before} → ${after}`,
  missing: (standing) => `On the roll, not in the file (${standing})`, hasLetter: 'letter registered', isPresent: 'checked in', isScrutineer: 'scrutineer',
  strikeTitle: (n) => `${n} on the roll ${n === 1 ? 'is' : 'are'} not in the file`, strike: (n) => `Strike ${n === 1 ? 'this delegate' : `these ${n}`} from the roll as well`,
  strikeSays: ({ people, letters, present }) =>
    `Left unticked, the roll keeps them. Ticked, ${people} fewer ${people === 1 ? 'delegate is' : 'delegates are'} summoned${letters > 0 ? `, ${letters} ${letters === 1 ? 'letter is' : 'letters are'} void` : ''}${present > 0 ? `, and the check-in of ${present} is taken back` : ''}.`,
  strikeNot: (who) => `Among them are scrutineers (${who.join(', ')}), who cannot be struck. Please dismiss them first, then look the file over again.`,
  strikeConfirm: (n, before, after) => `${n} ${n === 1 ? 'delegate is' : 'delegates are'} struck from the roll, and their letters and check-ins are void; ${after} will be summoned instead of ${before}.`,
  plan: ({ added, changed, struck }) => `The import makes ${added} new, ${changed} changed, ${struck} struck.`,
  nothing: 'The file and the roll are the same; there is nothing to import.', onlyMissing: 'Everyone in the file is on the roll, unchanged. To strike those who are not in the file, tick the choice above first.',
  act: 'Import this roll', actYes: 'Yes, import and strike',
};

export const rollTexts = { zh: zhRoll, en: enRoll };

type ProjectPlan = { readonly all: number; readonly added: number; readonly changed: number; readonly removed: number };

const zhProjects = {
  title: '从表格导入候选项目', how: '每行一个项目，要有“项目名称”列；序号、主题、量化目标、总投资、责任单位、完成时限、说明可有可无，不清楚的留空。没有序号列时，行的先后就是正式顺序。',
  says: { reading: '正在读文件并与候选项目比较…', sending: '正在导入候选项目…', done: ({ projects }: { readonly projects: number }) => `候选项目已导入，现在共 ${projects} 项。` },
  work: { reading: '正在读候选项目文件…', read: '候选项目文件核对好了，还没有导入。', sending: '正在导入候选项目…' }, back: '回到候选项目',
  removed: '现有候选项目，文件里没有，导入后删除',
  removeConfirm: (titles: readonly string[]) => `这些项目不在文件里，将从候选项目中删除：${titles.join('；')}。`,
  plan: ({ all, added, changed, removed }: ProjectPlan) => `导入后共 ${all} 项：新增 ${added} 项，改动 ${changed} 项，删除 ${removed} 项。`,
  nothing: '文件与现有候选项目一致，不需要导入。', act: '导入这些候选项目', actYes: '确认导入并删除',
};

const enProjects: typeof zhProjects = {
  title: 'Import candidate projects from a table', how: 'One project per row, with a column “Project”; number, theme, targets, investment, responsible unit, deadline and note may be there or not, and what is not known stays empty. Without a number column the order of the rows is the official one.',
  says: { reading: 'Reading the file and comparing it with the projects…', sending: 'Importing the projects…', done: ({ projects }) => `The projects are imported; there are ${projects} now.` },
  work: { reading: 'Reading the project file…', read: 'A project file was looked over and is not imported yet.', sending: 'Importing the projects…' }, back: 'Back to the projects',
  removed: 'Stands there now, not in the file; removed with the import',
  removeConfirm: (titles) => `These projects are not in the file and are removed: ${titles.join('; ')}.`,
  plan: ({ all, added, changed, removed }) => `The import makes ${all} in all: ${added} new, ${changed} changed, ${removed} removed.`,
  nothing: 'The file and the projects are the same; there is nothing to import.', act: 'Import these projects', actYes: 'Yes, import and remove',
};

export const projectTexts = { zh: zhProjects, en: enProjects };
