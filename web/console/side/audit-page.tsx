import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button, Table } from 'antd';
import { useState } from 'react';
import { readAudit } from '#shared/contract/publication.ts';
import { auditActorWords, auditDetailWords } from '#shared/document/audit-details.ts';
import { call } from '#web/api/client.ts';
import { auditTexts } from '#web/text/console.audit.ts';
import { useLanguage, useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { stacked } from '../table/stacked.ts';
import { TableScroll } from '../table/table-scroll.tsx';
import { AuditExport } from './audit-export.tsx';
import { AuditFilters, type AuditWish, NOTHING_WISHED, queryOf } from './audit-filters.tsx';

const MOST = 100;
const FIRST: number | null = null;

/** The audit log, newest first, by who, act and time; whether its chain of hashes holds; and the whole of it as a file. */
export function AuditPage() {
  const { page: texts, act: wordsOf } = useTexts(auditTexts);
  const { language } = useLanguage();
  const { profile } = useConsole().day.congress;
  // The log itself is written in one language; a Chinese page translates it as the printed log does.
  const actorWords = (actor: string) => (language === 'zh' ? auditActorWords(actor) : actor);
  const detailWords = (act: string, detail: string) => (language === 'zh' ? auditDetailWords(act, detail, profile) : detail);
  const [wish, setWish] = useState<AuditWish>(NOTHING_WISHED);
  const log = useLog(wish);
  const pages = log.data?.pages ?? [];
  const last = pages.flatMap((page) => (page.ok ? [page.value] : []))[0];
  const entries = pages.flatMap((page) => (page.ok ? page.value.entries : []));
  const refusal = pages.flatMap((page) => (page.ok ? [] : [page.error]))[0] ?? null;
  return (
    <section className="panel">
      <h1>{texts.title}</h1>
      <p>{texts.what}</p>
      <RefusalNotice refusal={refusal} />
      {last === undefined ? <p role="status">{texts.loading}</p> : <Chain chain={last.chain} />}
      <div className="row">
        <Button loading={log.isRefetching} onClick={() => void log.refetch()}>
          {texts.recheck}
        </Button>
      </div>
      <AuditExport />
      {last === undefined ? null : (
        <>
          <AuditFilters wish={wish} actors={last.actors} acts={last.acts} actorWords={actorWords} wordsOf={wordsOf} onWish={setWish} />
          <p className="table-count" role="status">{texts.shown(entries.length, last.matching, last.chain.length)}</p>
          <TableScroll name={texts.title} stacks>
            <Table
              size="small"
              rowKey="sequence"
              dataSource={entries}
              pagination={false}
              locale={{ emptyText: texts.none }}
              columns={stacked<(typeof entries)[number]>([
                { title: texts.columns.sequence, dataIndex: 'sequence' },
                { title: texts.columns.at, dataIndex: 'at', render: (_, entry) => new Date(entry.at).toLocaleString(language) },
                { title: texts.columns.actor, dataIndex: 'actor', render: (_, entry) => actorWords(entry.actor) },
                { title: texts.columns.act, dataIndex: 'act', render: (_, entry) => wordsOf(entry.act) },
                { title: texts.columns.detail, dataIndex: 'detail', className: 'wrap', render: (_, entry) => shortHashes(detailWords(entry.act, entry.detail)) },
                { title: texts.columns.hash, dataIndex: 'hash', responsive: ['lg'], render: (_, entry) => <code>{entry.hash.slice(0, 12)}</code> },
              ])}
            />
          </TableScroll>
        </>
      )}
      {log.hasNextPage ? (
        <Button loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
          {texts.earlier}
        </Button>
      ) : null}
    </section>
  );
}

/** A hash is told by how it begins; the whole of it stands in the exported log. */
function shortHashes(detail: string): string {
  return detail.replaceAll(/[0-9a-f]{64}/g, (hash) => `${hash.slice(0, 12)}…`);
}

function useLog(wish: AuditWish) {
  const { congressId, token } = useConsole();
  return useInfiniteQuery({
    queryKey: ['congress', congressId, 'audit', wish],
    initialPageParam: FIRST,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      call(readAudit, { params: { congressId }, query: { most: MOST, ...queryOf(wish), ...(pageParam === null ? {} : { before: pageParam }) } }, token),
    getNextPageParam: (last, all) => {
      const read = all.reduce((sum, page) => sum + (page.ok ? page.value.entries.length : 0), 0);
      return last.ok && read < last.value.matching ? (last.value.entries.at(-1)?.sequence ?? null) : null;
    },
  });
}

type ChainProps = { readonly chain: { readonly length: number; readonly head: string | null; readonly intact: boolean } };

/** What the check of every line found, in words, with the end of the chain in full: it stands on the signed result sheet too. */
function Chain({ chain: { length, head, intact } }: ChainProps) {
  const texts = useTexts(auditTexts).page;
  return (
    <Alert
      type={intact ? 'info' : 'warning'}
      role="status"
      title={intact ? texts.intact(length) : texts.broken(length)}
      description={head === null ? null : <>{texts.head(length)} <code className="long-hash">{head}</code> {texts.sheet}</>}
    />
  );
}
