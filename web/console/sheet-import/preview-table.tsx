import { sheetTexts } from '#web/text/console.sheet.ts';
import { useTexts } from '#web/text/language.ts';
import { SearchTable } from '../table/search-table.tsx';
import { type PreviewRow, ROW_KINDS, type RowKind, countOf } from './preview-row.ts';

/** What the file would do and what is wrong with it, problems first. */
export function PreviewTable({ rows }: { readonly rows: readonly PreviewRow[] }) {
  const texts = useTexts(sheetTexts).preview;
  const kinds = ROW_KINDS.filter((kind) => countOf(rows, kind) > 0);
  const place = ({ line, column }: PreviewRow) => (line === null ? '—' : texts.place(line, column));
  return (
    <SearchTable
      name={texts.title}
      rows={rows}
      keyOf={(row) => row.key}
      nameOf={(row) => row.what}
      textOf={(row) => [place(row), row.what, row.says]}
      search={texts.search}
      empty={texts.nothing}
      filters={kinds.length > 1 ? [{ label: texts.show, all: texts.showAll, choices: new Map(kinds.map((kind) => [kind, texts.shownKind(texts.kinds[kind], countOf(rows, kind))])), keyOf: (row) => row.kind }] : []}
      page={20}
      stacks={false}
      columns={[
        { title: texts.row, key: 'row', responsive: ['md'], render: (_, row) => <span className="row-place">{place(row)}</span> },
        { title: texts.kind, key: 'kind', render: (_, row) => <KindMark kind={row.kind} /> },
        { title: texts.what, dataIndex: 'what', className: 'wrap-short', responsive: ['md'] },
        {
          title: texts.says,
          key: 'says',
          className: 'row-says',
          render: (_, row) => (
            <>
              {/* On a phone place and person stand above the sentence instead of beside it. */}
              <strong className="only-narrow">{[row.line === null ? '' : place(row), row.what].filter((part) => part !== '').join('　')}</strong>
              {row.says}
            </>
          ),
        },
      ]}
    />
  );
}

/** A shape beside the word: no kind is told by colour alone. */
const SHAPES: Readonly<Record<RowKind, string>> = { problem: '✕', warning: '!', missing: '−', changed: '↻', added: '+', same: '=' };

export function KindMark({ kind }: { readonly kind: RowKind }) {
  const texts = useTexts(sheetTexts).preview;
  return (
    <span className={`row-kind row-kind-${kind}`}>
      <span aria-hidden="true">{SHAPES[kind]}</span>
      {texts.kinds[kind]}
    </span>
  );
}
