import type { ScreenView } from '#shared/contract/publication.ts';
import type { ScreenTexts } from '../text/screen.zh.ts';
import { BoothInvitation } from './booth-invitation.tsx';
import { LargeNumbers } from './large-numbers.tsx';

type Props = { readonly view: ScreenView; readonly texts: ScreenTexts };

/** Before the first round: who is here, whether that is enough, and where the booth is. */
export function AttendanceScene({ view, texts }: Props) {
  const { summoned, present } = view;
  return (
    <div className="beside">
      <div className="beside-main">
        <LargeNumbers
          beside
          numbers={[
            { label: texts.summoned, value: summoned, unit: texts.people },
            { label: texts.present, value: present, unit: texts.people },
          ]}
        />
        {summoned === 0 ? null : <Quorum view={view} texts={texts} />}
      </div>
      <BoothInvitation address={view.boothAddress} texts={texts} />
    </div>
  );
}

/** The present against the quorum, drawn on the length of the roll. */
function Quorum({ view: { summoned, present, quorum }, texts }: Props) {
  const part = (value: number) => `${Math.min(100, (100 * value) / summoned)}%`;
  return (
    <div className={quorum.met ? 'quorum quorum-met' : 'quorum'}>
      <div className="quorum-track" aria-hidden="true">
        <span className="quorum-bar" style={{ width: part(present) }} />
        <span className="quorum-mark" style={{ left: part(quorum.needed) }} />
      </div>
      <dl>
        <dt>{texts.quorum}</dt>
        <dd>
          {quorum.needed} {texts.people}
        </dd>
      </dl>
      <p role="status">{quorum.met ? `✓ ${texts.quorumMet}` : texts.quorumMissing(quorum.needed - present)}</p>
    </div>
  );
}
