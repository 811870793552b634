import './document-links.css';
import { useQuery } from '@tanstack/react-query';
import { listDocuments } from '#shared/contract/document.ts';
import type { ListedDocument } from '#shared/contract/document.ts';
import type { DocumentName } from '#shared/document/document-name.ts';
import { call } from '#web/api/client.ts';
import { documentTexts } from '#web/text/document.texts.ts';
import { useTexts } from '#web/text/language.ts';
import { RefusalLine } from './refusal-line.tsx';
import { type DocumentReader, printPageOf, useDocumentDownload } from './use-document-download.ts';

type Props = DocumentReader & {
  readonly names: readonly DocumentName[];
  /** Of this round only; of every round where left out. */
  readonly round?: number;
  /** What changes when documents can have come to be, such as the state of the round. */
  readonly asOf: string;
};

/** The documents that this reader can have now, each as print page and files; nothing where there is none. */
export function DocumentLinks({ names, round, asOf, ...reader }: Props) {
  const texts = useTexts(documentTexts);
  const { congressId, token } = reader;
  const { data } = useQuery({ queryKey: ['documents', congressId, token, asOf], queryFn: () => call(listDocuments, { params: { congressId } }, token) });
  if (data === undefined) return null;
  if (!data.ok) return <RefusalLine refusal={data.error} />;
  const ready = names.flatMap((name) => data.value.filter((one) => one.name === name && one.missing === null && isOf(one, round)));
  if (ready.length === 0) return null;
  const several = new Set(ready.map((one) => one.round)).size > 1;
  return (
    <nav className="document-links" aria-label={texts.title}>
      <ul>
        {ready.map((document) => (
          <LinkedDocument key={`${document.name}-${document.round ?? ''}`} document={document} reader={reader} named={several} />
        ))}
      </ul>
      {texts.chinese === '' ? null : <p className="quiet">{texts.chinese}</p>}
    </nav>
  );
}

function isOf(document: ListedDocument, round: number | undefined): boolean {
  return round === undefined || document.round === null || document.round === round;
}

type LinkedProps = { readonly document: ListedDocument; readonly reader: DocumentReader; readonly named: boolean };

function LinkedDocument({ document, reader, named }: LinkedProps) {
  const texts = useTexts(documentTexts);
  const { busy, refusal, download } = useDocumentDownload(reader, document);
  const title = named && document.round !== null ? `${document.title}（${texts.round(document.round)}）` : document.title;
  return (
    <li>
      <span className="document-name" lang="zh-CN">{title}</span>
      {/* rel opener: the new tab starts with this tab's sign-in. */}
      <a className="button button-quiet" href={printPageOf(reader.congressId, document)} target="_blank" rel="opener" aria-label={texts.of(texts.printPage, title)}>
        {texts.printPage}
      </a>
      {document.formats.map((format) => (
        <button key={format} type="button" className="button button-quiet" disabled={busy !== null} aria-label={texts.of(texts.formats[format], title)} onClick={() => void download(format)}>
          {texts.formats[format]}
        </button>
      ))}
      <RefusalLine refusal={refusal} />
    </li>
  );
}
