import { useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';
import type { RoundWork, Terms } from './booth-state.ts';
import { CastActs } from './cast-acts.tsx';
import { OptionList } from './option-list.tsx';
import { ScreenTitle } from './screen-title.tsx';
import type { Booth } from './use-booth.ts';

/** Both lists, chosen and not chosen, and the one loud button. */
export function ReviewScreen({ booth, work, terms, mayCast }: {
  readonly booth: Booth;
  readonly work: RoundWork;
  readonly terms: Terms;
  readonly mayCast: boolean;
}) {
  const texts = useTexts({ zh, en });
  const chosen = terms.options.filter(({ number }) => work.selection.includes(number));
  const notChosen = terms.options.filter(({ number }) => !work.selection.includes(number));
  return (
    <>
      <ScreenTitle>{texts.reviewTitle}</ScreenTitle>
      <p>{texts.reviewFinal}</p>
      <div className="reviewing">
        <section>
          <h2>{texts.reviewChosen(chosen.length)}</h2>
          <OptionList options={chosen} selected />
        </section>
        <section>
          <h2>{texts.reviewNotChosen(notChosen.length)}</h2>
          <OptionList options={notChosen} selected={false} />
        </section>
      </div>
      <CastActs booth={booth} mayCast={mayCast} back={texts.back} cast={texts.cast} />
    </>
  );
}
