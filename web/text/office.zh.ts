/** Words of the office's page. */
export const zh = {
  role: '办事处',
  signIn: {
    title: '办事处登录',
    name: '账号',
    password: '密码',
    act: '登录',
    use: (name: string) => `使用这个账号：${name}`,
    rehearsal: '演练账号',
  },
  signOut: '退出登录',
  again: '重新读取',
  notYetTitle: '结果还没有确定',
  notYetText: '最后一轮的计票结果由监票人签字确认以后，这里会显示入选项目和重点工作。在此之前，这里没有任何得票情况。',
  notYetState: (state: 'preparing' | 'adopted' | 'voting' | 'adjourned' | 'decided' | 'published') =>
    ({ preparing: '会议正在准备', adopted: '办法已通过，等待投票', voting: '会议进行中', adjourned: '会议休会', decided: '结果已定', published: '结果已公布' })[state],
  selected: (year: number) => `${year} 年度民生实事项目`,
  keyWork: (label: string) => `纳入${label}`,
  listTitle: (title: string, projects: number) => `${title}（${projects} 项）`,
  empty: '（无）',
  /** Empty stays empty: nothing is invented for a document. */
  unknown: '未填',
  published: '结果已公布。',
  notPublished: '结果已由监票人签字确认，但还没有公布。公布以前，请不要对外发布。',
  outcomeHash: '结果报告单摘要',
  ruling: (by: string, text: string, reason: string) => `裁定（${by}）：${text}　理由：${reason}`,
  columns: { number: '序号', title: '项目名称', votes: '得票', rate: '得票率', targets: '量化目标', investment: '总投资（元）', unit: '责任单位', deadline: '完成时限', theme: '类别', note: '备注', list: '去向' },
  noVotes: '未列入末轮',
  /** A rate always names its base. */
  rateOfValid: (votes: number, valid: number) => `${votes} / 有效票 ${valid}${valid === 0 ? '' : `（${((100 * votes) / valid).toFixed(1)}%）`}`,
  target: (what: string, atLeast: number | undefined, exactly: number | undefined, unit: string) =>
    `${what} ${atLeast === undefined ? (exactly ?? '') : `不少于 ${atLeast}`} ${unit}`.trim(),
  rounds: '各轮情况',
  round: (number: number, summoned: number, present: number, issued: number, received: number, valid: number, abstained: number, invalid: number) =>
    `第 ${number} 轮：应到 ${summoned}，实到 ${present}，发出 ${issued}，收回 ${received}，有效 ${valid}（其中弃权 ${abstained}），无效 ${invalid}`,
  hand: '本轮为手工计票。',
  csv: '导出表格（CSV）',
  print: '打印',
  fileName: (year: number) => `${year}年度票选结果.csv`,
  rehearsalMark: '演练',
};
export type OfficeTexts = typeof zh;
