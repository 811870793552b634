import { Button, Table, type TableColumnsType } from 'antd';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { tableTexts } from '#web/text/console.table.ts';
import { useTexts } from '#web/text/language.ts';
import { ChoiceField, TextField } from '../fields.tsx';
import { type TextOf, findRows } from './find-rows.ts';
import { stacked } from './stacked.ts';
import { TableScroll } from './table-scroll.tsx';

/** One list of choices that narrows the table, `all` first. */
export type Filter<Row> = {
  readonly label: string;
  /** Key and name of each choice. */
  readonly choices: ReadonlyMap<string, string>;
  readonly all: string;
  /** A row may fit several choices. */
  readonly keyOf: (row: Row) => string | readonly string[];
};

type Props<Row extends object> = {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** How a row is called where it is chosen. */
  readonly nameOf: (row: Row) => string;
  readonly textOf: TextOf<Row>;
  readonly columns: TableColumnsType<Row>;
  /** Said when there is no row at all; what to do about it. */
  readonly empty: string;
  readonly search?: string;
  readonly filters?: readonly Filter<Row>[];
  readonly count?: (shown: number, all: number) => string;
  /** Said beside the count where there are heads to press. */
  readonly hint?: string;
  readonly page?: number;
  /** Whether a row becomes a small list on a phone; two columns fit there as they are. */
  readonly stacks?: boolean;
  /** Acts on the chosen rows; without it no row can be chosen. */
  readonly bulk?: (chosen: readonly Row[], chooseNone: () => void) => ReactNode;
};

const ALL = 'all';

/** A table with a search, filters, sorting by its heads, pages, and acts on several rows. What was searched stays while the rows move. */
export function SearchTable<Row extends object>(props: Props<Row>) {
  const { name, rows, keyOf, nameOf, textOf, columns, empty, filters = [], page = 50, stacks = true, bulk } = props;
  const texts = useTexts(tableTexts);
  const [search, setSearch] = useState('');
  const [choices, setChoices] = useState<Readonly<Record<string, string>>>({});
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const wanted = useDeferredValue(search);
  const chosenOf = ({ label }: Filter<Row>) => choices[label] ?? ALL;
  const kept = rows.filter((row) => filters.every((filter) => chosenOf(filter) === ALL || [filter.keyOf(row)].flat().includes(chosenOf(filter))));
  const found = findRows(kept, wanted, textOf);
  const clear = () => {
    setSearch('');
    setChoices({});
  };
  const chosen = rows.filter((row) => keys.has(keyOf(row)));
  return (
    <section aria-label={name}>
      <div className="table-tools">
        <TextField label={props.search ?? texts.search} value={search} onChange={setSearch} max={40} />
        {filters.map((filter) => (
          <FilterField key={filter.label} filter={filter} value={chosenOf(filter)} onChange={(key) => setChoices({ ...choices, [filter.label]: key })} />
        ))}
      </div>
      <p className="table-count" role="status">
        {(props.count ?? texts.shown)(found.length, rows.length)}
        {props.hint === undefined ? null : <span className="table-hint">　{props.hint}</span>}
      </p>
      {bulk === undefined ? null : (
        <div className="chosen-rows" role="group" aria-label={texts.choose}>
          <p>{texts.chosen(chosen.length)}</p>
          <Button disabled={found.length === 0} onClick={() => setKeys(new Set(found.map(keyOf)))}>
            {texts.chooseFound(found.length)}
          </Button>
          {chosen.length === 0 ? null : (
            <>
              <Button onClick={() => setKeys(new Set())}>{texts.chooseNone}</Button>
              {bulk(chosen, () => setKeys(new Set()))}
            </>
          )}
        </div>
      )}
      <TableScroll name={name} stacks={stacks}>
        <Table
          aria-label={name}
          size="middle"
          rowKey={keyOf}
          showSorterTooltip={false}
          pagination={{ defaultPageSize: page, hideOnSinglePage: true, showSizeChanger: false, responsive: true }}
          dataSource={found}
          columns={stacked(columns)}
          locale={{ emptyText: <Nothing words={rows.length === 0 ? empty : texts.noMatch} onClear={rows.length === 0 ? null : clear} /> }}
          {...(bulk === undefined
            ? {}
            : {
                rowSelection: {
                  columnWidth: 52,
                  selectedRowKeys: [...keys],
                  onChange: (next: readonly React.Key[]) => setKeys(new Set(next.map(String))),
                  getCheckboxProps: (row: Row) => ({ name: keyOf(row), 'aria-label': texts.chooseRow(nameOf(row)) }),
                },
              })}
        />
      </TableScroll>
    </section>
  );
}

type FilterFieldProps<Row> = { readonly filter: Filter<Row>; readonly value: string; readonly onChange: (key: string) => void };

function FilterField<Row>({ filter, value, onChange }: FilterFieldProps<Row>) {
  const names = Object.fromEntries([[ALL, filter.all], ...filter.choices]);
  return <ChoiceField label={filter.label} value={value} choices={[ALL, ...filter.choices.keys()]} names={names} onChange={onChange} />;
}

function Nothing({ words, onClear }: { readonly words: string; readonly onClear: (() => void) | null }) {
  const texts = useTexts(tableTexts);
  return (
    <div className="table-empty">
      <p>{words}</p>
      {onClear === null ? null : <Button onClick={onClear}>{texts.clear}</Button>}
    </div>
  );
}
