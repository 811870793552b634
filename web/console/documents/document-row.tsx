import { Button } from 'antd';
import { useState } from 'react';
import { downloadDocument } from '#shared/contract/document.ts';
import type { ListedDocument } from '#shared/contract/document.ts';
import type { DocumentFormat } from '#shared/document/document-name.ts';
import { type CallError, call } from '#web/api/client.ts';
import { saveFile } from '#web/api/save-file.ts';
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
  const { congressId } = useConsole();
  const { busy, refusal, download } = useDownload(document, title);
  const { name, round, formats } = document;
  const page = `/print/${congressId}/${name}${round === null ? '' : `?round=${round}`}`;
  return (
    <span className="document-ways">
      {/* rel opener: the new tab starts with this tab's sign-in. */}
      <Button href={page} target="_blank" rel="opener" aria-label={texts.of(texts.printPage, title)}>{texts.printPage}</Button>
      {formats.map((format) => (
        <Button key={format} loading={busy === format} aria-label={texts.of(texts.formats[format], title)} onClick={() => void download(format)}>
          {texts.formats[format]}
        </Button>
      ))}
      <RefusalNotice refusal={refusal} />
    </span>
  );
}

const TYPES: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

function useDownload({ name, round }: ListedDocument, title: string) {
  const { congressId, token, rehearsal } = useConsole();
  const [busy, setBusy] = useState<DocumentFormat | null>(null);
  const [refusal, setRefusal] = useState<CallError | null>(null);
  const download = async (format: DocumentFormat) => {
    setBusy(format);
    const params = { congressId, name, format };
    const answer = await call(downloadDocument, { params, ...(round === null ? {} : { query: { round } }) }, token);
    setBusy(null);
    setRefusal(answer.ok ? null : answer.error);
    if (answer.ok) saveFile(`${rehearsal ? '演练-' : ''}${title}.${format}`, new Uint8Array(answer.value), TYPES[format]);
  };
  return { busy, refusal, download };
}
