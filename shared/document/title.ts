import type { Profile } from '../domain/method.ts';
import { type Terms, termsOf } from '../domain/terms.ts';
import type { DocumentName } from './document-name.ts';

const TITLES: Readonly<Record<DocumentName, (terms: Terms) => string>> = {
  'project-list': () => '民生实事候选项目清单',
  method: ({ method }) => method,
  'letters-register': () => '投票凭证发放、换发登记表',
  'check-in-register': () => '签到册',
  'scrutineer-list': () => '监票人、计票人名单',
  'adoption-record': ({ method }) => `${method}和监票人名单表决记录`,
  'box-seal': () => '票箱封箱记录',
  'blank-ballot': ({ ballotPaper }) => ballotPaper,
  'ballot-register': ({ ballotPaper }) => `${ballotPaper}印制、发放、作废登记表`,
  'hand-count-sheet': ({ vote }) => `${vote}划票计票表`,
  'count-report': () => '清点报告',
  'invalid-ballots': () => '无效票认定单',
  objections: () => '异议记录',
  rulings: ({ chair }) => `${chair}裁定记录`,
  'result-sheet': () => '计票结果报告单',
  'chair-words': () => '主持人宣布词',
  announcement: ({ chair }) => (chair === '主席团' ? '公告' : '公布'),
  'envelope-record': () => '封存单',
  'audit-log': () => '操作日志',
};

/** What a document is called in a meeting of this profile. */
export function titleOf(name: DocumentName, profile: Profile): string {
  return TITLES[name](termsOf(profile));
}
