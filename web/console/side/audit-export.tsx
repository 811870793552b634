import { Button } from 'antd';
import { useState } from 'react';
import { downloadDocument } from '#shared/contract/document.ts';
import { exportAudit } from '#shared/contract/publication.ts';
import { type CallError, call } from '#web/api/client.ts';
import { saveFile } from '#web/api/save-file.ts';
import { auditTexts } from '#web/text/console.audit.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { RefusalNotice } from '../refusal-notice.tsx';

const FORMATS = ['xlsx', 'csv', 'jsonl'] as const;
type Format = (typeof FORMATS)[number];

const TYPES: Readonly<Record<Format, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  jsonl: 'application/x-ndjson',
};

/** The whole log as a file: a table, or lines that carry the chain. */
export function AuditExport() {
  const texts = useTexts(auditTexts).page;
  const { congressId, token, rehearsal } = useConsole();
  const [busy, setBusy] = useState<Format | null>(null);
  const [refusal, setRefusal] = useState<CallError | null>(null);
  const take = async (format: Format) => {
    setBusy(format);
    const answer =
      format === 'xlsx'
        ? await call(downloadDocument, { params: { congressId, name: 'audit-log', format } }, token)
        : await call(exportAudit, { params: { congressId, format } }, token);
    setBusy(null);
    setRefusal(answer.ok ? null : answer.error);
    if (answer.ok) saveFile(`${rehearsal ? '演练-' : ''}操作日志.${format}`, new Uint8Array(answer.value), TYPES[format]);
  };
  return (
    <div className="audit-export">
      <p>{texts.export}</p>
      <div className="row">
        {FORMATS.map((format) => (
          <Button key={format} loading={busy === format} onClick={() => void take(format)}>
            {texts.formats[format]}
          </Button>
        ))}
      </div>
      <RefusalNotice refusal={refusal} />
    </div>
  );
}
