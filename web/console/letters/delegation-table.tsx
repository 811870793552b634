import { Button, Table } from 'antd';
import type { Delegate } from '#shared/contract/roll.ts';
import { letterTexts } from '#web/text/console.letters.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { delegationsOf } from '../delegations.ts';
import { stacked } from '../table/stacked.ts';
import { TableScroll } from '../table/table-scroll.tsx';

type Make = (delegation: string, delegates: readonly Delegate[]) => unknown;
/** As many as one registration takes. */
const MOST = 500;
const PAGE = 30;

/** One batch per delegation: how many letters are registered, how many still to make. */
export function DelegationTable({ onMake }: { readonly onMake: Make }) {
  const texts = useTexts(letterTexts);
  const { day } = useConsole();
  const rows = delegationsOf(day.delegates).map((delegation) => {
    const all = day.delegates.filter((one) => one.delegation === delegation);
    return { delegation, all, missing: all.filter((one) => one.letter !== 'made').slice(0, MOST) };
  });
  /** One primary act: the next delegation in order. */
  const next = rows.find((row) => row.missing.length > 0)?.delegation;
  return (
    <TableScroll name={texts.title} stacks>
      <Table
        aria-label={texts.title}
        size="middle"
        rowKey="delegation"
        pagination={{ pageSize: PAGE, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: texts.noRoll }}
        dataSource={rows}
        columns={stacked<(typeof rows)[number]>([
          { title: texts.delegation, dataIndex: 'delegation' },
          { title: texts.made, key: 'made', render: (_, row) => texts.of(row.all.filter((one) => one.letter === 'made').length, row.all.length) },
          {
            title: texts.missing,
            key: 'missing',
            render: (_, row) =>
              row.missing.length === 0 ? '—' : (
                <Button type={row.delegation === next ? 'primary' : 'default'} onClick={() => onMake(row.delegation, row.missing)}>
                  {texts.make(row.delegation, row.missing.length)}
                </Button>
              ),
          },
        ])}
      />
    </TableScroll>
  );
}
