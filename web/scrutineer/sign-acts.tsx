import { useState } from 'react';
import type { Declinable, RoundDetail } from '#shared/contract/round.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { CallResult } from '../api/client.ts';
import { RefusalLine } from '../components/refusal-line.tsx';
import { useTexts } from '../text/language.ts';
import { en } from '../text/scrutineer.en.ts';
import { zh } from '../text/scrutineer.zh.ts';
import { DeclineForm } from './decline-form.tsx';
import { useDeskAct } from './use-desk-act.ts';

type Props = {
  readonly round: RoundDetail;
  readonly gate: Declinable;
  /** Null where this page found something that must not be signed, or has not looked yet. */
  readonly sign: { readonly act: string; readonly run: () => Promise<CallResult<unknown> | Refusal>; readonly ready?: boolean } | null;
  /** What this page found wrong, as the beginning of a reason. */
  readonly found?: string;
};

/** Signing and declining side by side: no on the left, yes on the right. */
export function SignActs({ round, gate, sign, found = '' }: Props) {
  const texts = useTexts({ zh, en }).decline;
  const { act, busy, refusal } = useDeskAct();
  const [declining, setDeclining] = useState(false);
  if (declining) {
    const close = () => setDeclining(false);
    return <DeclineForm roundId={round.id} gate={gate} found={found} onBack={close} onDeclined={close} />;
  }
  return (
    <>
      <RefusalLine refusal={refusal} />
      <p className="card-acts">
        <button type="button" className={sign === null && found !== '' ? 'button' : 'button button-quiet'} onClick={() => setDeclining(true)}>
          {texts.ask}
        </button>
        {sign === null ? null : (
          <button type="button" className="button" disabled={busy || sign.ready === false} onClick={() => void act(sign.run)}>
            {sign.act}
          </button>
        )}
      </p>
    </>
  );
}
