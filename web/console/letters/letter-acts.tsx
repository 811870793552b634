import { Button } from 'antd';
import { useState } from 'react';
import { type Delegate, revokeLetter } from '#shared/contract/roll.ts';
import { letterTexts } from '#web/text/console.letters.ts';
import { useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole } from '../console-context.ts';
import { TextField } from '../fields.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';

type Props = { readonly delegate: Delegate; readonly onMake: ((delegation: string, delegates: readonly Delegate[]) => unknown) | null };

/** A letter lost or spoiled: revoked with its reason, or replaced by a new one. */
export function LetterActs({ delegate, onMake }: Props) {
  const texts = useTexts(letterTexts);
  const { congressId } = useConsole();
  const [reason, setReason] = useState('');
  const { act, busy, refusal } = useAct(revokeLetter);
  const revoke = async () => {
    await act({ params: { congressId, delegateId: delegate.id }, body: { reason } });
    setReason('');
  };
  return (
    <span className="row">
      {delegate.letter === 'made' ? (
        <ConfirmedAct
          quiet
          label={texts.revokeShort}
          name={texts.revoke(delegate.name)}
          says={
            <>
              <p>{texts.revokeConfirm(delegate.name)}</p>
              <TextField label={texts.revokeReason} value={reason} max={500} onChange={setReason} />
            </>
          }
          yes={texts.revokeYes}
          ready={reason.trim() !== ''}
          busy={busy}
          onYes={revoke}
        />
      ) : null}
      {delegate.letter === 'none' ? (
        <Button aria-label={texts.makeOne(delegate.name)} disabled={onMake === null} onClick={() => onMake?.(delegate.delegation, [delegate])}>
          {texts.makeShort}
        </Button>
      ) : (
        <ConfirmedAct
          quiet
          label={texts.remakeShort}
          name={texts.remakeOne(delegate.name)}
          says={texts.remakeConfirm}
          yes={texts.remakeYes}
          disabled={onMake === null}
          onYes={() => onMake?.(delegate.delegation, [delegate])}
        />
      )}
      <RefusalNotice refusal={refusal} />
    </span>
  );
}
