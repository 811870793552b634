import { Button, Table } from 'antd';
import type { Delegate } from '#shared/contract/roll.ts';
import { deskTexts } from '#web/text/console.desk.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { delegationsOf } from '../find-delegates.ts';

type Make = (delegation: string, delegates: readonly Delegate[]) => unknown;
/** As many as one registration takes. */
const MOST = 500;

/** One batch per delegation: how many letters are registered, how many still to make. */
export function DelegationTable({ onMake }: { readonly onMake: Make }) {
  const texts = useTexts(deskTexts).letters;
  const { day } = useConsole();
  const rows = delegationsOf(day.delegates).map((delegation) => {
    const all = day.delegates.filter((one) => one.delegation === delegation);
    return { delegation, all, missing: all.filter((one) => one.letter !== 'made').slice(0, MOST) };
  });
  return (
    <Table
      aria-label={texts.title}
      size="middle"
      rowKey="delegation"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={rows}
      columns={[
        { title: texts.delegation, dataIndex: 'delegation' },
        { title: texts.made, key: 'made', render: (_, row) => texts.of(row.all.filter((one) => one.letter === 'made').length, row.all.length) },
        {
          title: texts.missing,
          key: 'missing',
          render: (_, row) =>
            row.missing.length === 0 ? '—' : (
              <Button type="primary" onClick={() => onMake(row.delegation, row.missing)}>
                {texts.make(row.delegation, row.missing.length)}
              </Button>
            ),
        },
      ]}
    />
  );
}
