import type { Facts } from './facts.ts';
import { methodArticles } from './method-text.ts';
import type { Document } from './model.ts';
import { column, documentOf, heading, paragraph, table } from './parts.ts';
import { titleOf } from './title.ts';
import { dateWords } from './words.ts';

/** 票选办法/票决办法: a draft until it is adopted, then with the day of its adoption and the hash of what was voted on. */
export function methodDocument(facts: Facts): Document {
  const adopted = facts.adoptions.findLast((one) => one.subject === 'method' && one.carried && one.standing);
  return documentOf('method', facts, null, {
    ...(adopted === undefined ? { title: `${titleOf('method', facts.congress.profile)}（草案）` } : {}),
    subtitle: adopted === undefined ? null : `（${dateWords(adopted.adoptedAt)}会议通过）`,
    kind: 'text',
    blocks: [
      ...methodArticles(facts).map((article) => paragraph(article)),
      heading('附：候选项目'),
      table(
        [column('序号', 1, 'center'), column('候选项目', 8)],
        facts.projects.map((project) => [project.number, project.title]),
      ),
    ],
    hash: adopted === undefined ? null : { label: '通过文本摘要', value: adopted.hash },
  });
}
