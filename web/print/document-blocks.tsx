import type { Block, Cell, Column, SignatureLine, Table } from '#shared/document/model.ts';
import { SHORT_ROWS, closingIndents, leadsIn } from '#shared/document/page-flow.ts';
import { factGrid, isHash } from '#shared/document/fact-grid.ts';

/** One block of a document on its print page. */
export function DocumentBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <h2>{block.text}</h2>;
    case 'paragraph':
      return <p className={`place-${block.place}${leadsIn(block.text) ? ' leads-in' : ''}`}>{block.text}</p>;
    case 'facts':
      return <FactTable rows={block.rows} />;
    case 'table':
      return <GridTable table={block} />;
    case 'signatures':
      return <Signatures lines={block.lines} />;
    case 'writing':
      return <Writing label={block.label} lines={block.lines} />;
    case 'closing':
      return <Closing by={block.by} date={block.date} />;
    case 'stamp':
      return <p className="document-stamp">{block.text}</p>;
  }
}

function FactTable({ rows }: { readonly rows: readonly { readonly label: string; readonly value: string }[] }) {
  return (
    <table className="document-facts">
      <tbody>
        {factGrid(rows).map((facts, index) => (
          <tr key={index}>
            {facts.map(({ label, value }) => [
              <th key={`${label}-label`} scope="row">{label}</th>,
              <td key={`${label}-value`} colSpan={facts.length === 1 ? 3 : 1} className={isHash(value) ? 'document-hash' : undefined}>{value}</td>,
            ])}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function GridTable({ table: { caption, name, columns, rows, rowHeight } }: { readonly table: Table }) {
  const shown = columns.map((column, index) => ({ column, index })).filter(({ column }) => column.only !== 'sheet');
  const shares = shown.reduce((sum, { column }) => sum + column.width, 0);
  return (
    <table className={`document-grid row-${rowHeight}${rows.length <= SHORT_ROWS ? ' document-short' : ''}`} aria-label={caption ?? name}>
      {caption === null ? null : <caption>{caption}</caption>}
      <colgroup>
        {shown.map(({ column, index }) => (
          <col key={index} style={{ width: `${(100 * column.width) / shares}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {shown.map(({ column, index }) => (
            <th key={index} scope="col">{column.title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {shown.map(({ column, index }) => (
              <GridCell key={index} cell={row[index] ?? null} column={column} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function GridCell({ cell, column }: { readonly cell: Cell; readonly column: Column }) {
  return <td className={`align-${column.align}${isHash(String(cell ?? '')) ? ' document-hash' : ''}`}>{cell}</td>;
}

function Signatures({ lines }: { readonly lines: readonly SignatureLine[] }) {
  return (
    <ul className="document-signatures">
      {lines.map(({ role, name, note }, index) => (
        <li key={index}>
          <span>{role}：{name}</span>
          <span className="signature-line" />
          <span className="signature-note">{note}</span>
        </li>
      ))}
    </ul>
  );
}

/** Name above date, with room for a seal over both. */
function Closing(lines: { readonly by: string; readonly date: string }) {
  const ends = closingIndents(lines);
  return (
    <div className="document-closing">
      <p style={{ paddingRight: `${ends.by}em` }}>{lines.by}</p>
      <p style={{ paddingRight: `${ends.date}em` }}>{lines.date}</p>
    </div>
  );
}

function Writing({ label, lines }: { readonly label: string; readonly lines: number }) {
  return (
    <div className="document-writing">
      <p>{label}：</p>
      {Array.from({ length: lines }, (_line, index) => (
        <div key={index} className="ruled-line" />
      ))}
    </div>
  );
}
