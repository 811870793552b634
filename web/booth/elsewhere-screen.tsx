import { useState } from 'react';
import { askReopening } from '#shared/contract/booth.ts';
import type { CallError } from '../api/client.ts';
import { errorSentence } from '../text/error-sentence.ts';
import { useLanguage, useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';
import type { BoothView } from './booth-state.ts';
import { Told } from './told.tsx';
import type { Booth } from './use-booth.ts';

/** The paper of this letter is on another device. It is never taken up here on the delegate's word alone. */
export function ElsewhereScreen({ booth, roundId, reopening }: {
  readonly booth: Booth;
  readonly roundId: string;
  readonly reopening: BoothView['reopening'];
}) {
  const texts = useTexts({ zh, en });
  const { language } = useLanguage();
  const [refused, setRefused] = useState<CallError | null>(null);
  const ask = async () => {
    const answer = await booth.line.call(askReopening, { params: { roundId } });
    setRefused(answer.ok ? null : answer.error);
    await booth.refresh();
  };
  const standing = { none: null, pending: texts.reopeningPending, approved: texts.reopeningApproved, declined: texts.reopeningDeclined }[reopening];
  return (
    <>
      <Told title={texts.elsewhereTitle} why={texts.elsewhereText} next={texts.elsewhereNext}>
        <p>{texts.elsewhereWarn}</p>
      </Told>
      <section className="apart">
        {standing === null ? null : <p className="standing" role="status">{standing}</p>}
        {refused === null ? null : <p className="notice" role="alert">{errorSentence(refused, language)}</p>}
        {reopening === 'none' || reopening === 'declined' ? (
          <>
            <p>{texts.elsewhereChange}</p>
            <button type="button" className="button button-quiet button-wide" onClick={() => void ask()}>{texts.askReopening}</button>
          </>
        ) : null}
      </section>
    </>
  );
}
