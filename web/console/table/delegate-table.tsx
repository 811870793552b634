import type { TableColumnsType } from 'antd';
import { type ReactNode, useMemo } from 'react';
import type { Delegate } from '#shared/contract/roll.ts';
import { deskTexts } from '#web/text/console.desk.ts';
import { tableTexts } from '#web/text/console.table.ts';
import { useTexts } from '#web/text/language.ts';
import { delegationsOf } from '../delegations.ts';
import { byStrokes } from './find-rows.ts';
import { type Filter, SearchTable } from './search-table.tsx';

type Props = {
  readonly name: string;
  readonly delegates: readonly Delegate[];
  /** What stands after number, name and delegation. */
  readonly columns: TableColumnsType<Delegate>;
  readonly empty: string;
  readonly search: string;
  readonly filters?: readonly Filter<Delegate>[];
  readonly page?: number;
  readonly bulk?: (chosen: readonly Delegate[], chooseNone: () => void) => ReactNode;
};

/** The delegates of the roll: found by number, name or delegation, narrowed to a delegation, names sorted by strokes. */
export function DelegateTable({ delegates, columns, filters = [], ...rest }: Props) {
  const texts = useTexts(tableTexts);
  const { columns: heads, scrutineer } = useTexts(deskTexts).checkIn;
  const delegations = useMemo(() => delegationsOf(delegates), [delegates]);
  const place = useMemo(() => new Map(delegations.map((one, index) => [one, index])), [delegations]);
  const ofDelegation = (one: Delegate) => place.get(one.delegation) ?? 0;
  const byDelegation: Filter<Delegate> = {
    label: texts.group,
    choices: new Map(delegations.map((one) => [one, one])),
    all: texts.allGroups,
    keyOf: (one) => one.delegation,
  };
  return (
    <SearchTable
      {...rest}
      rows={delegates}
      keyOf={idOf}
      nameOf={nameOf}
      textOf={textOf}
      filters={delegations.length > 1 ? [byDelegation, ...filters] : filters}
      count={texts.shownDelegates}
      hint={texts.sortHint}
      columns={[
        { title: heads.number, dataIndex: 'number', sorter: (a, b) => a.number.localeCompare(b.number) },
        {
          title: heads.name,
          dataIndex: 'name',
          sorter: (a, b) => byStrokes(a.name, b.name),
          render: (_, one) => (one.scrutineer ? `${one.name}（${scrutineer}）` : one.name),
        },
        { title: heads.delegation, dataIndex: 'delegation', responsive: ['md'], sorter: (a, b) => ofDelegation(a) - ofDelegation(b) },
        ...columns,
      ]}
    />
  );
}

const idOf = (one: Delegate) => one.id;
const nameOf = (one: Delegate) => `${one.number} ${one.name}`;
const textOf = (one: Delegate) => [one.number, one.name, one.delegation];
