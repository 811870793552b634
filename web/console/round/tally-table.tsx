import { Table } from 'antd';
import type { RoundDetail } from '#shared/contract/round.ts';
import { roundTexts } from '#web/text/console.round.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { TableScroll } from '../table/table-scroll.tsx';

type Outcome = NonNullable<RoundDetail['outcome']>;

/** Every candidate in official order with its votes and what follows for it. Only after the box was opened. */
export function TallyTable({ outcome }: { readonly outcome: Outcome }) {
  const { outcome: texts, semicolon } = useTexts(roundTexts);
  const { day } = useConsole();
  const rows = outcome.counts.toSorted((a, b) => a.number - b.number);
  const titleOf = (number: number) => day.congress.projects.find((project) => project.number === number)?.title ?? '';
  return (
    <>
      <TableScroll name={texts.counts}>
        <Table
          aria-label={texts.counts}
          size="middle"
          pagination={false}
          rowKey="number"
          dataSource={rows}
          columns={[
            { title: texts.project, dataIndex: 'number', render: (number: number) => `${number}. ${titleOf(number)}` },
            { title: texts.votes, dataIndex: 'votes', align: 'right' },
            { title: texts.standing, dataIndex: 'number', key: 'standing', render: standingOf },
          ]}
        />
      </TableScroll>
      <p>
        {texts.valid} {outcome.valid}{semicolon}{texts.abstained} {outcome.abstained}{semicolon}{texts.invalid} {outcome.invalid}
        {outcome.placesLeft > 0 ? `${semicolon}${texts.placesLeft(outcome.placesLeft)}` : ''}
      </p>
    </>
  );

  function standingOf(number: number): string {
    if (outcome.selected.includes(number)) return texts.selected;
    if (outcome.tied.includes(number)) return texts.tied;
    return outcome.keyWork.includes(number) ? day.congress.method.keyWorkLabel : texts.none;
  }
}
