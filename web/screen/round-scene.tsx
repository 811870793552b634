import type { RoundSummary } from '#shared/contract/congress.ts';
import type { ScreenView } from '#shared/contract/publication.ts';
import type { ScreenTexts } from '../text/screen.zh.ts';
import { BoothInvitation } from './booth-invitation.tsx';
import { CountingSteps } from './counting-steps.tsx';
import { LargeNumbers } from './large-numbers.tsx';

type Props = { readonly round: RoundSummary; readonly view: ScreenView; readonly texts: ScreenTexts };

/** Papers can be drawn: the four numbers, the fingerprint to compare, and where the booth is. */
export function ArmedScene({ round, view, texts }: Props) {
  return (
    <div className="beside">
      <div className="beside-main">
        <PaperNumbers view={view} texts={texts} beside />
        <FingerprintLine round={round} texts={texts} />
      </div>
      <BoothInvitation address={view.boothAddress} texts={texts} />
    </div>
  );
}

/** While the manifest is checked and while votes are cast: the four numbers and the fingerprint, nothing else. */
export function VotingScene({ round, view, texts }: Props) {
  return (
    <>
      <PaperNumbers view={view} texts={texts} beside={false} />
      <FingerprintLine round={round} texts={texts} />
    </>
  );
}

type CountdownProps = Props & { readonly closesAt: string; readonly serverNow: number };

/** The seconds to the close, by the server's clock; the close itself is the server's word. */
export function CountdownScene({ closesAt, serverNow, round, view, texts }: CountdownProps) {
  const seconds = Math.max(0, Math.ceil((Date.parse(closesAt) - serverNow) / 1000));
  return (
    <>
      <div className="beside beside-countdown">
        <p className="countdown" role="timer">
          <strong>{seconds}</strong>
          <span>{seconds === 0 ? texts.closing : texts.secondsLeft}</span>
        </p>
        <PaperNumbers view={view} texts={texts} beside />
      </div>
      <FingerprintLine round={round} texts={texts} />
    </>
  );
}

/** From the close to the signed result: the same four numbers, and how far the count is. */
export function CountScene({ round, view, texts }: Props) {
  return (
    <>
      <CountingSteps state={round.state} texts={texts} />
      <PaperNumbers view={view} texts={texts} beside={false} />
      <FingerprintLine round={round} texts={texts} />
    </>
  );
}

/** During a round only these four numbers are shown: never a total, never who. */
function PaperNumbers({ view, texts, beside }: { readonly view: ScreenView; readonly texts: ScreenTexts; readonly beside: boolean }) {
  return (
    <LargeNumbers
      beside={beside}
      numbers={[
        { label: texts.summoned, value: view.summoned, unit: texts.people },
        { label: texts.present, value: view.present, unit: texts.people },
        { label: texts.issued, value: view.issued, unit: texts.papers },
        { label: texts.received, value: view.received, unit: texts.papers },
      ]}
    />
  );
}

function FingerprintLine({ round, texts }: { readonly round: RoundSummary; readonly texts: ScreenTexts }) {
  if (round.fingerprint === null) return null;
  const groups = round.fingerprint.replaceAll(/[\s-]/g, '').match(/.{1,4}/g) ?? [];
  return (
    <p className="screen-fingerprint">
      <span>{texts.fingerprint}</span> <code>{groups.join(' ')}</code>
      <small>{texts.compare}</small>
    </p>
  );
}
