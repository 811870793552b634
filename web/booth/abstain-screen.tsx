import { useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';
import { CastActs } from './cast-acts.tsx';
import { ScreenTitle } from './screen-title.tsx';
import type { Booth } from './use-booth.ts';

/** An abstention is chosen apart and confirmed: an empty ballot is never one by accident. */
export function AbstainScreen({ booth, mayCast }: { readonly booth: Booth; readonly mayCast: boolean }) {
  const texts = useTexts({ zh, en });
  return (
    <>
      <ScreenTitle>{texts.abstainTitle}</ScreenTitle>
      <p>{texts.abstainText}</p>
      <p>{texts.reviewFinal}</p>
      <CastActs booth={booth} mayCast={mayCast} back={texts.abstainBack} cast={texts.abstainCast} />
    </>
  );
}
