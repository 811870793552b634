import './office.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { useParams } from 'react-router';
import type { SignedIn } from '#shared/contract/account.ts';
import { readCongress } from '#shared/contract/congress.ts';
import { readOffice } from '#shared/contract/publication.ts';
import { call } from '../api/client.ts';
import { useCongressEvents } from '../api/events.ts';
import { useSession } from '../api/session.ts';
import { AppearanceSwitch } from '../components/appearance-switch.tsx';
import { LanguageSwitch } from '../components/language-switch.tsx';
import { PageLoading, PartLoading } from '../components/page-loading.tsx';
import { PageRefusal } from '../components/page-refusal.tsx';
import { RefusalLine } from '../components/refusal-line.tsx';
import { RehearsalBand } from '../components/rehearsal-band.tsx';
import { useTexts } from '../text/language.ts';
import { en } from '../text/office.en.ts';
import { zh } from '../text/office.zh.ts';
import { OfficeSignIn } from './office-sign-in.tsx';
import { OfficeLists } from './office-lists.tsx';

/** The body that carries the projects out: nothing before the congress is decided, then the two lists. */
export default function OfficePage() {
  const { congressId = '' } = useParams();
  const texts = useTexts({ zh, en });
  const congress = useQuery({ queryKey: ['congress', congressId], queryFn: () => call(readCongress, { params: { congressId } }) });
  const { session, keep, forget } = useSession('office', congressId);
  if (congress.data === undefined) return <PageLoading />;
  if (!congress.data.ok) return <PageRefusal refusal={congress.data.error} onAgain={() => void congress.refetch()} />;
  const { title, rehearsal } = congress.data.value;
  return (
    <div className="office">
      <RehearsalBand rehearsal={rehearsal} />
      <header className="office-header">
        <span>
          <strong>{title}</strong> {texts.role}
        </span>
        <span>
          <AppearanceSwitch />
          <LanguageSwitch />
          {session === null ? null : (
            <button type="button" className="button button-quiet" onClick={forget}>
              {texts.signOut}
            </button>
          )}
        </span>
      </header>
      <main>
        {session === null ? (
          <OfficeSignIn congress={congress.data.value} onSignedIn={keep} />
        ) : (
          <OfficeView congressId={congressId} session={session} forget={forget} />
        )}
      </main>
    </div>
  );
}

type ViewProps = { readonly congressId: string; readonly session: SignedIn; readonly forget: () => void };

function OfficeView({ congressId, session, forget }: ViewProps) {
  const texts = useTexts({ zh, en });
  const office = useQuery({
    queryKey: ['office', congressId, session.token],
    queryFn: () => call(readOffice, { params: { congressId } }, session.token),
    refetchInterval: 30_000,
  });
  useCongressEvents(congressId, ['congress', 'round'], () => office.refetch());
  const over = useEffectEvent(() => forget());
  const expired = office.data?.ok === false && office.data.error.code === 'not-signed-in';
  useEffect(() => {
    if (expired) over();
  }, [expired]);
  if (office.data === undefined) return <PartLoading />;
  if (!office.data.ok) {
    return (
      <section className="sheet sheet-narrow">
        <RefusalLine refusal={office.data.error} />
        <button type="button" className="button" onClick={() => void office.refetch()}>
          {texts.again}
        </button>
      </section>
    );
  }
  const view = office.data.value;
  if (view.decided) return <OfficeLists view={view} token={session.token} />;
  return (
    <section className="sheet sheet-narrow">
      <h1>{texts.notYetTitle}</h1>
      <p>{texts.notYetText}</p>
      <p className="quiet">{texts.notYetState(view.congress.state)}</p>
    </section>
  );
}
