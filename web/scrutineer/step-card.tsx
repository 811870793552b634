import { useDesk } from './desk-context.ts';
import { ApproveCard } from './cards/approve-card.tsx';
import { DecidedCard } from './cards/decided-card.tsx';
import { Gate1Card } from './cards/gate-1-card.tsx';
import { Gate2Card } from './cards/gate-2-card.tsx';
import { HeadCountCard } from './cards/head-count-card.tsx';
import { ManifestCard } from './cards/manifest-card.tsx';
import { OpenBoxCard } from './cards/open-box-card.tsx';
import { ReleaseCard } from './cards/release-card.tsx';
import { ReopenBoxCard } from './cards/reopen-box-card.tsx';
import { RulingCard } from './cards/ruling-card.tsx';
import { WaitCard } from './cards/wait-card.tsx';
import { scrutineerStep } from './scrutineer-step.ts';

/** The card of the step in hand; a new round or another file begins with a fresh card. */
export function StepCard() {
  const { congress, rounds, me } = useDesk();
  const step = scrutineerStep(congress.state, rounds, me);
  const key = `${step.kind}/${step.round?.id ?? ''}`;
  switch (step.kind) {
    case 'wait':
      return <WaitCard key={key} round={step.round} reason={step.for} />;
    case 'approve':
      return <ApproveCard key={key} round={step.round} />;
    case 'sign-ruling':
      return <RulingCard key={step.ruling.id} round={step.round} ruling={step.ruling} />;
    case 'sign-manifest':
      return <ManifestCard key={key} round={step.round} />;
    case 'head-count':
      return <HeadCountCard key={key} round={step.round} />;
    case 'gate-1':
      return <Gate1Card key={key} round={step.round} />;
    case 'release':
      return <ReleaseCard key={key} round={step.round} />;
    case 'open-box':
      return <OpenBoxCard key={key} round={step.round} />;
    case 'reopen-box':
      return <ReopenBoxCard key={`${key}/${step.round.board?.hash ?? ''}`} round={step.round} />;
    case 'gate-2':
      return <Gate2Card key={`${key}/${step.round.outcome?.hash ?? ''}`} round={step.round} />;
    case 'decided':
      return <DecidedCard key={key} round={step.round} />;
  }
}
