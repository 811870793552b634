import type { TableColumnsType } from 'antd';
import type { TdHTMLAttributes } from 'react';

type NamedCell = TdHTMLAttributes<HTMLElement> & { readonly 'data-head': string };

/** The columns with their heads on every cell: on a phone each row is a small list, and its cells say what they are. */
export function stacked<Row extends object>(columns: TableColumnsType<Row>): TableColumnsType<Row> {
  return columns.map((column) => {
    const cell: NamedCell = { 'data-head': typeof column.title === 'string' ? column.title : '' };
    return { ...column, onCell: () => cell };
  });
}
