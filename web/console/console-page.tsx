import './console.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { readCongress } from '#shared/contract/congress.ts';
import { call } from '#web/api/client.ts';
import { useSession } from '#web/api/session.ts';
import { DeletedOr } from '#web/components/deleted-congress.tsx';
import { PageLoading } from '#web/components/page-loading.tsx';
import { PageRefusal } from '#web/components/page-refusal.tsx';
import { RehearsalBand } from '#web/components/rehearsal-band.tsx';
import { AntdFrame } from './antd-frame.tsx';
import { ConsoleHeader } from './console-header.tsx';
import { SignIn } from './sign-in.tsx';
import { SignedInConsole } from './signed-in-console.tsx';

/** The clerk's console of one congress: sign-in, then the day. */
export default function ConsolePage() {
  const { congressId = '' } = useParams();
  return (
    <AntdFrame>
      <div className="console">
        <Console congressId={congressId} />
      </div>
    </AntdFrame>
  );
}

function Console({ congressId }: { readonly congressId: string }) {
  const { session, keep, forget } = useSession('clerk', congressId);
  const facts = useQuery({
    queryKey: ['public-congress', congressId],
    queryFn: () => call(readCongress, { params: { congressId } }),
    refetchInterval: ({ state }) => (state.data?.ok === true ? false : 3_000),
  });
  const signOut = () => {
    forget();
    // Everyone is signed out of a congress that was deleted.
    void facts.refetch();
  };
  if (facts.data === undefined) return <PageLoading />;
  if (!facts.data.ok) {
    return <DeletedOr congressId={congressId}><PageRefusal refusal={facts.data.error} onAgain={() => void facts.refetch()} /></DeletedOr>;
  }
  const { title, rehearsal } = facts.data.value;
  if (session !== null) {
    return <SignedInConsole congressId={congressId} session={session} rehearsal={rehearsal} onSignOut={signOut} />;
  }
  return (
    <>
      <RehearsalBand rehearsal={rehearsal} />
      <ConsoleHeader title={title} />
      <main>
        <SignIn congressId={congressId} rehearsal={rehearsal} onSignedIn={keep} />
      </main>
    </>
  );
}
