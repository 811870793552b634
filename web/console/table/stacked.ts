import type { TableColumnsType } from 'antd';

/** The columns with their heads on every cell: on a phone each row is a small list, and its cells say what they are. */
export function stacked<Row extends object>(columns: TableColumnsType<Row>): TableColumnsType<Row> {
  return columns.map((column) => ({ ...column, onCell: () => ({ 'data-head': typeof column.title === 'string' ? column.title : '' }) }));
}
