import type { ScreenTexts } from '../text/screen.zh.ts';
import type { Scene } from './screen-scene.ts';

type Props = { readonly voided: Extract<Scene, { kind: 'void' }>['voided']; readonly texts: ScreenTexts };

/** Why the round is void, in the chair's words, and what that means for the ballots in its box. */
export function VoidScene({ voided: { ruling }, texts }: Props) {
  return (
    <div className="void-scene">
      <p className="void-ruling">
        <strong>{texts.result.ruling(ruling.by, ruling.text)}</strong>
        <span>{texts.result.reason(ruling.reason)}</span>
      </p>
      <ul>
        {texts.voided.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
