import './scrutineer.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { CodeKind } from '#shared/ballot-paper/secret-code.ts';
import type { SignedIn } from '#shared/contract/account.ts';
import { readCongress } from '#shared/contract/congress.ts';
import { call } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { AppearanceSwitch } from '../components/appearance-switch.tsx';
import { DeletedOr } from '../components/deleted-congress.tsx';
import { LanguageSwitch } from '../components/language-switch.tsx';
import { PageLoading } from '../components/page-loading.tsx';
import { PageRefusal } from '../components/page-refusal.tsx';
import { RehearsalBand } from '../components/rehearsal-band.tsx';
import { useTexts } from '../text/language.ts';
import { en } from '../text/scrutineer.en.ts';
import { zh } from '../text/scrutineer.zh.ts';
import { DeskLoader } from './desk-loader.tsx';
import type { Keys } from './keys.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import { SignInCard } from './sign-in-card.tsx';
import { useKeys, useLeftElsewhere } from './use-keys.ts';

/** A scrutineer's day: sign in with the sheet, then one card at a time as the round goes on. */
export default function ScrutineerPage() {
  const { congressId = '' } = useParams();
  const texts = useTexts({ zh, en });
  const congress = useQuery({ queryKey: ['congress', congressId], queryFn: () => call(readCongress, { params: { congressId } }), retry: false });
  const { session, keep, forget } = useSession('scrutineer', congressId);
  const held = useKeys(congressId);
  const leave = () => {
    held.leave();
    forget();
  };
  const decided = congress.data?.ok === true && (congress.data.value.state === 'decided' || congress.data.value.state === 'published');
  // Once decided, every tab forgets the root by itself and may still show the outcome.
  useLeftElsewhere(congressId, () => !decided && leave());

  if (congress.data === undefined || held.state === 'loading') return <PageLoading />;
  if (!congress.data.ok) {
    return <DeletedOr congressId={congressId}><PageRefusal refusal={congress.data.error} onAgain={() => void congress.refetch()} /></DeletedOr>;
  }
  const gone = () => {
    leave();
    void congress.refetch();
  };
  const signedIn = (keys: Keys, answer: SignedIn, kind: CodeKind) => {
    held.take(keys, kind);
    keep(answer);
  };
  const { rehearsal, title } = congress.data.value;
  return (
    <div className="scrutineer">
      <header>
        <RehearsalBand rehearsal={rehearsal} />
        <div className="scrutineer-header">
          <span className="scrutineer-who">
            <strong>{title}</strong>
            <span>
              {texts.role}
              {session === null ? '' : `：${session.who.name}`}
            </span>
          </span>
          <span className="page-tools">
            <AppearanceSwitch />
            <LanguageSwitch />
            {held.keys === null ? null : <LeaveDialog rehearsal={rehearsal} onLeave={leave} />}
          </span>
        </div>
      </header>
      <main>
        {held.keys === null ? (
          <SignInCard congress={congress.data.value} left={held.state === 'left'} onSignedIn={signedIn} />
        ) : (
          <DeskLoader congress={congress.data.value} keys={held.keys} session={session} keep={keep} forget={forget} onGone={gone} />
        )}
      </main>
    </div>
  );
}
