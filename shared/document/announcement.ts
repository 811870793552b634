import { termsOf } from '../domain/terms.ts';
import type { Facts, ProjectFacts } from './facts.ts';
import type { Block, Document } from './model.ts';
import { column, documentOf, paragraph, projectTitle, table } from './parts.ts';
import { titleOf } from './title.ts';
import { announcerName, assemblyName, dateWords, targetsWords } from './words.ts';

/** 公布 of a street, 公告 of a congress: the two lists, with counts only where the method publishes them. */
export function announcement(facts: Facts): Document {
  const { place, year, method, profile } = facts.congress;
  const { vote } = termsOf(profile);
  const of = (standing: ProjectFacts['standing']) => facts.projects.filter((project) => project.standing === standing);
  const [selected, keyWork] = [of('selected'), of('key-work')];
  return documentOf('announcement', facts, null, {
    meeting: announcerName(facts),
    subtitle: null,
    kind: 'text',
    blocks: [
      paragraph(`${assemblyName(facts)}以无记名投票方式，对${year}年度民生实事候选项目进行了${vote}，确定以下${selected.length}个项目为${place}${year}年度民生实事项目：`),
      ...listed(selected),
      ...(keyWork.length === 0 ? [] : [paragraph(`以下${keyWork.length}个项目纳入${method.keyWorkLabel}：`), ...listed(keyWork)]),
      ...(method.publicList === 'names-and-counts' ? countBlocks(facts) : []),
      ...(isByHand(facts) ? [paragraph('计票方式为手工计票。')] : []),
      paragraph(`现予${titleOf('announcement', profile)}。`),
      { kind: 'closing', by: announcerName(facts), date: dateOf(facts) },
    ],
    hash: finalHash(facts),
  });
}

function isByHand({ rounds }: Facts): boolean {
  return rounds.some((round) => round.state === 'certified' && round.hand);
}

function listed(projects: readonly ProjectFacts[]): readonly Block[] {
  return projects.map((project, index) => {
    const targets = targetsWords(project);
    return paragraph(`${index + 1}.${project.title}${targets === '' ? '' : `：${targets}`}。`);
  });
}

function countBlocks(facts: Facts): readonly Block[] {
  return facts.rounds
    .filter((round) => round.state === 'certified' && round.outcome !== null)
    .map((round) =>
      table(
        [column('编号', 1, 'center'), column('项目', 6), column('得票数', 2, 'end')],
        (round.outcome?.counts ?? []).map(({ number, votes }) => [number, projectTitle(facts, number), votes]),
        { caption: `第${round.number}轮得票（有效票${round.outcome?.base.valid ?? 0}张）` },
      ),
    );
}

/** The day of publication; before it, that of the decision. */
function dateOf({ congress: { publishedAt, decidedAt } }: Facts): string {
  const day = publishedAt ?? decidedAt;
  return day === null ? '____年____月____日' : dateWords(day);
}

function finalHash({ rounds }: Facts): Document['foot']['hash'] {
  const final = rounds.findLast((round) => round.state === 'certified' && round.outcome?.final === true);
  return final?.outcome == null ? null : { label: '结果摘要', value: final.outcome.hash };
}
