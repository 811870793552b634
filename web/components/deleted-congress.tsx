import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type DeletedCongress, readDeleted } from '#shared/contract/archive.ts';
import { call } from '../api/client.ts';
import { deletedTexts } from '../text/deleted.texts.ts';
import { useLanguage, useTexts } from '../text/language.ts';
import { PageLoading } from './page-loading.tsx';

/** At the address of a congress that is not there: what is left of it, or what else there is to say. */
export function DeletedOr({ congressId, children }: { readonly congressId: string; readonly children: ReactNode }) {
  const stub = useQuery({ queryKey: ['deleted', congressId], queryFn: () => call(readDeleted, { params: { congressId } }) });
  if (stub.data === undefined) return <PageLoading />;
  return stub.data.ok ? <Stub stub={stub.data.value} /> : children;
}

function Stub({ stub }: { readonly stub: DeletedCongress }) {
  const texts = useTexts(deletedTexts);
  return (
    <main className="sheet deleted">
      <h1>{texts.title}</h1>
      <p>{texts.what}</p>
      {stub.rehearsal ? <p className="notice">{texts.rehearsal}</p> : null}
      <dl>
        {useFacts(stub).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </main>
  );
}

function useFacts(stub: DeletedCongress): readonly (readonly [string, ReactNode])[] {
  const texts = useTexts(deletedTexts);
  const { language } = useLanguage();
  const time = (instant: string) => new Date(instant).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB');
  return [
    [texts.meeting, `${stub.place} ${stub.title}`],
    [texts.published, stub.publishedAt === null ? texts.unpublished : time(stub.publishedAt)],
    [texts.due, stub.due ?? texts.noDue],
    [texts.deleted, time(stub.deletedAt)],
    [texts.reason, stub.reason],
    [texts.asked, `${stub.askedBy} ${time(stub.askedAt)}`],
    [texts.confirmed, `${texts.confirmedAs[stub.confirmedAs]} ${stub.confirmedBy}`],
    [texts.counts, texts.countsOf(stub.counts)],
    ...stub.rounds.map(({ number, received, manifestHash, outcomeHash }) => [texts.round(number), <RoundLine key={number} {...{ received, manifestHash, outcomeHash }} />] as const),
    [texts.archive, stub.archiveSha256 === null ? texts.noArchive : <code>{stub.archiveSha256}</code>],
    [texts.auditHead, <code key="head">{stub.auditHead ?? ''}</code>],
  ];
}

function RoundLine({ received, manifestHash, outcomeHash }: Pick<DeletedCongress['rounds'][number], 'received' | 'manifestHash' | 'outcomeHash'>) {
  const texts = useTexts(deletedTexts);
  return (
    <>
      {texts.roundOf(received)} <code>{manifestHash ?? '—'}</code> {texts.outcome} <code>{outcomeHash ?? '—'}</code>
    </>
  );
}
