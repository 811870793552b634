import { Button } from 'antd';
import type { ListedDocument } from '#shared/contract/document.ts';
import { printPageOf, useDocumentDownload } from '#web/components/use-document-download.ts';
import { documentTexts } from '#web/text/document.texts.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { RefusalNotice } from '../refusal-notice.tsx';

/** `named`: the round stands beside the title, where there are several. */
type Props = { readonly document: ListedDocument; readonly named: boolean };

export function DocumentRow({ document, named }: Props) {
  const texts = useTexts(documentTexts);
  const { missing, round } = document;
  const title = named && round !== null ? `${document.title}（${texts.round(round)}）` : document.title;
  return (
    <li>
      <span className="document-name" lang="zh-CN">{title}</span>
      {missing === null ? <Ways document={document} title={title} /> : <span className="quiet">{texts.notYet}{texts.missing[missing]}</span>}
    </li>
  );
}

function Ways({ document, title }: { readonly document: ListedDocument; readonly title: string }) {
  const texts = useTexts(documentTexts);
  const { congressId, token, rehearsal } = useConsole();
  const { busy, refusal, download } = useDocumentDownload({ congressId, token, rehearsal }, document);
  return (
    <span className="document-ways">
      {/* rel opener: the new tab starts with this tab's sign-in. */}
      <Button href={printPageOf(congressId, document)} target="_blank" rel="opener" aria-label={texts.of(texts.printPage, title)}>{texts.printPage}</Button>
      {document.formats.map((format) => (
        <Button key={format} loading={busy === format} aria-label={texts.of(texts.formats[format], title)} onClick={() => void download(format)}>
          {texts.formats[format]}
        </Button>
      ))}
      <RefusalNotice refusal={refusal} />
    </span>
  );
}
