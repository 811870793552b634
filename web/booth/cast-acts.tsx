import { useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';
import { NotInBox } from './not-in-box.tsx';
import type { Booth } from './use-booth.ts';

/** Back on the left, cast on the right, in sight; before voting opens the cast button says what it waits for. */
export function CastActs({ booth, mayCast, back, cast }: {
  readonly booth: Booth;
  readonly mayCast: boolean;
  readonly back: string;
  readonly cast: string;
}) {
  const texts = useTexts({ zh, en });
  return (
    <section className="bar bar-acts" aria-label={texts.barName}>
      <NotInBox />
      {mayCast ? null : <p className="standing" role="status">{texts.notYetOpen}</p>}
      <div className="acts">
        <button type="button" className="button button-quiet" onClick={() => booth.act({ type: 'choosing-again' })}>{back}</button>
        <button type="button" className="button button-cast" disabled={!mayCast} onClick={() => booth.act({ type: 'cast-pressed' })}>
          {mayCast ? cast : texts.castWhenOpen}
        </button>
      </div>
    </section>
  );
}
