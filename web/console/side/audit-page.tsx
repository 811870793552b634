import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { readAudit } from '#shared/contract/publication.ts';
import { call } from '#web/api/client.ts';
import { auditTexts } from '#web/text/console.audit.ts';
import { frameTexts } from '#web/text/console.frame.ts';
import { useLanguage, useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { SearchTable } from '../table/search-table.tsx';

const MOST = 100;
const FIRST: number | null = null;

/** The audit log, newest first, and whether its chain of hashes holds. */
export function AuditPage() {
  const texts = useTexts(frameTexts).audit;
  const acts = useTexts(auditTexts);
  const { language } = useLanguage();
  const { congressId, token } = useConsole();
  const log = useInfiniteQuery({
    queryKey: ['congress', congressId, 'audit'],
    initialPageParam: FIRST,
    queryFn: ({ pageParam }) =>
      call(readAudit, { params: { congressId }, query: pageParam === null ? { most: MOST } : { most: MOST, before: pageParam } }, token),
    getNextPageParam: (last) => {
      const oldest = last.ok ? last.value.entries.at(-1)?.sequence : undefined;
      return oldest === undefined || oldest <= 1 ? null : oldest;
    },
  });
  const pages = log.data?.pages ?? [];
  const entries = pages.flatMap((page) => (page.ok ? page.value.entries : []));
  const wordsOf = (act: string) => acts[act] ?? act;
  const chain = pages.flatMap((page) => (page.ok ? [page.value.chain] : []))[0];
  const refusal = pages.flatMap((page) => (page.ok ? [] : [page.error]))[0] ?? null;
  return (
    <section className="panel">
      <h1>{texts.title}</h1>
      <p>{texts.what}</p>
      <RefusalNotice refusal={refusal} />
      {chain === undefined ? null : (
        <Alert
          type={chain.intact ? 'info' : 'warning'}
          role="status"
          title={chain.intact ? texts.intact(chain.length) : texts.broken(chain.length)}
          description={chain.head === null ? null : <>{texts.head} <code>{chain.head.slice(0, 16)}</code></>}
        />
      )}
      <p>
        <Button loading={log.isRefetching} onClick={() => void log.refetch()}>
          {texts.recheck}
        </Button>
      </p>
      <SearchTable
        name={texts.title}
        rows={entries}
        keyOf={(entry) => String(entry.sequence)}
        nameOf={(entry) => String(entry.sequence)}
        textOf={(entry) => [entry.actor, entry.act, wordsOf(entry.act), entry.detail]}
        search={texts.search}
        filters={[
          {
            label: texts.filterAct,
            all: texts.allActs,
            choices: new Map(entries.map(({ act }) => [act, wordsOf(act)])),
            keyOf: (entry) => entry.act,
          },
        ]}
        empty={texts.none}
        columns={[
          { title: texts.columns.sequence, dataIndex: 'sequence' },
          { title: texts.columns.at, dataIndex: 'at', render: (_, entry) => new Date(entry.at).toLocaleString(language) },
          { title: texts.columns.actor, dataIndex: 'actor' },
          { title: texts.columns.act, dataIndex: 'act', render: (_, entry) => wordsOf(entry.act) },
          { title: texts.columns.detail, dataIndex: 'detail', className: 'wrap' },
          { title: texts.columns.hash, dataIndex: 'hash', responsive: ['lg'], render: (_, entry) => <code>{entry.hash.slice(0, 12)}</code> },
        ]}
      />
      {log.hasNextPage ? (
        <Button loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
          {texts.earlier}
        </Button>
      ) : null}
    </section>
  );
}
