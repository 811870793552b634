import { useState } from 'react';
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
import { useDesk } from './desk-context.ts';
import { type Step, stepAgain } from './scrutineer-step.ts';

/** The card of the step in hand; a new round or another file begins with a fresh card, one declined can be taken up again. */
export function StepCard({ step: due }: { readonly step: Step }) {
  const { me } = useDesk();
  const [again, setAgain] = useState<string | null>(null);
  const declined = stepAgain(due, me);
  const step = declined !== null && again === keyOf(declined) ? declined : due;
  const key = keyOf(step);
  switch (step.kind) {
    case 'wait':
      return <WaitCard key={key} round={step.round} reason={step.for} onAgain={declined === null ? null : () => setAgain(keyOf(declined))} />;
    case 'approve':
      return <ApproveCard key={key} round={step.round} />;
    case 'sign-ruling':
      return <RulingCard key={key} round={step.round} ruling={step.ruling} />;
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
      return <ReopenBoxCard key={key} round={step.round} />;
    case 'gate-2':
      return <Gate2Card key={key} round={step.round} />;
    case 'decided':
      return <DecidedCard key={key} round={step.round} />;
  }
}

function keyOf(step: Step): string {
  const of = `${step.kind}/${step.round?.id ?? ''}`;
  if (step.kind === 'wait') return `${of}/${step.for}`;
  if (step.kind === 'sign-ruling') return `${of}/${step.ruling.id}`;
  if (step.kind === 'sign-manifest') return `${of}/${step.round.manifest?.hash ?? ''}`;
  if (step.kind === 'reopen-box') return `${of}/${step.round.board?.hash ?? ''}`;
  if (step.kind === 'gate-2') return `${of}/${step.round.outcome?.hash ?? ''}`;
  return of;
}
