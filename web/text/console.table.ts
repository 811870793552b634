/** Words of every table of the console. */
const zh = {
  search: '查找',
  group: '代表团',
  allGroups: '全部代表团',
  all: '全部',
  shown: (shown: number, all: number) => (shown === all ? `共 ${all} 条` : `共 ${all} 条，查到 ${shown} 条`),
  shownDelegates: (shown: number, all: number) => (shown === all ? `共 ${all} 人` : `共 ${all} 人，查到 ${shown} 人`),
  sortHint: '点表头排列；姓名按笔画。',
  noMatch: '没有符合的内容。请改查找的字，或清除条件。',
  clear: '清除条件',
  chosen: (count: number) => `已选 ${count} 人`,
  chooseFound: (count: number) => `全选查到的 ${count} 人`,
  chooseNone: '取消选择',
  chooseRow: (name: string) => `选 ${name}`,
  choose: '选择',
};

const en: typeof zh = {
  search: 'Find',
  group: 'Delegation',
  allGroups: 'All delegations',
  all: 'All',
  shown: (shown: number, all: number) => (shown === all ? `${all} in all` : `${shown} found of ${all}`),
  shownDelegates: (shown: number, all: number) => (shown === all ? `${all} delegates` : `${shown} found of ${all} delegates`),
  sortHint: 'Press a column’s head to sort; names by strokes.',
  noMatch: 'Nothing matches. Change what you look for, or clear the conditions.',
  clear: 'Clear the conditions',
  chosen: (count: number) => `${count} chosen`,
  chooseFound: (count: number) => `Choose all ${count} found`,
  chooseNone: 'Choose none',
  chooseRow: (name: string) => `Choose ${name}`,
  choose: 'Choose',
};

export const tableTexts = { zh, en };
