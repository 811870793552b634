import './public.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type CongressSummary, readCongress } from '#shared/contract/congress.ts';
import { call } from '../api/client.ts';
import { useCongressEvents } from '../api/events.ts';
import { AppearanceSwitch } from '../components/appearance-switch.tsx';
import { DeletedOr } from '../components/deleted-congress.tsx';
import { LanguageSwitch } from '../components/language-switch.tsx';
import { PageLoading } from '../components/page-loading.tsx';
import { PageRefusal } from '../components/page-refusal.tsx';
import { RehearsalBand } from '../components/rehearsal-band.tsx';

type Props = { readonly congressId: string; readonly children: (congress: CongressSummary) => ReactNode };

/** Heading of the public pages; everything below is for anyone with the link. */
export function PublicFrame({ congressId, children }: Props) {
  const congress = useQuery({ queryKey: ['congress', congressId], queryFn: () => call(readCongress, { params: { congressId } }) });
  useCongressEvents(congressId, ['congress'], () => congress.refetch());
  if (congress.data === undefined) return <PageLoading />;
  if (!congress.data.ok) {
    return <DeletedOr congressId={congressId}><PageRefusal refusal={congress.data.error} onAgain={() => void congress.refetch()} /></DeletedOr>;
  }
  const { title, rehearsal } = congress.data.value;
  return (
    <div className="public">
      <RehearsalBand rehearsal={rehearsal} />
      <header className="public-header">
        <strong>{title}</strong>
        <span className="page-tools">
          <AppearanceSwitch />
          <LanguageSwitch />
        </span>
      </header>
      <main>{children(congress.data.value)}</main>
    </div>
  );
}
