import type { ReactNode } from 'react';
import type { RoundSummary } from '#shared/contract/congress.ts';
import type { ScreenView } from '#shared/contract/publication.ts';
import type { ScreenTexts } from '../text/screen.zh.ts';
import { AdoptionScene } from './adoption-scene.tsx';
import { AnnouncementScene } from './announcement-scene.tsx';
import { LargeNumbers } from './large-numbers.tsx';
import { ResultBars } from './result-bars.tsx';
import type { Scene } from './screen-scene.ts';

export type SceneProps = {
  readonly scene: Scene;
  readonly view: ScreenView;
  readonly serverNow: number;
  readonly stale: boolean;
  readonly texts: ScreenTexts;
};

/** What stands below the title, by the scene. */
export function SceneBody(props: SceneProps): ReactNode {
  const { scene, view, texts } = props;
  switch (scene.kind) {
    case 'waiting':
    case 'check-in':
      return <Attendance {...props} />;
    case 'adoption':
      return <AdoptionScene method={scene.method} scrutineers={scene.scrutineers} view={view} texts={texts} />;
    case 'countdown':
      return (
        <>
          <p className="countdown">
            <strong>{Math.max(0, Math.ceil((Date.parse(scene.closesAt) - props.serverNow) / 1000))}</strong> {texts.secondsLeft}
          </p>
          <Papers {...props} />
        </>
      );
    case 'manifest':
    case 'armed':
    case 'voting':
    case 'closed':
    case 'counting':
      return (
        <>
          <Papers {...props} />
          <FingerprintLine round={scene.round} texts={texts} />
        </>
      );
    case 'result':
      return <ResultBars result={scene.result} projects={view.projects} texts={texts} />;
    case 'announcement':
      return <AnnouncementScene view={view} texts={texts} />;
    case 'void':
    case 'adjourned':
      return null;
  }
}

function Attendance({ view, texts, stale }: SceneProps) {
  const { summoned, present, quorum } = view;
  return (
    <>
      <LargeNumbers
        stale={stale}
        numbers={[
          { label: texts.summoned, value: summoned, unit: texts.people },
          { label: texts.present, value: present, unit: texts.people },
          { label: texts.quorum, value: quorum.needed, unit: texts.people },
        ]}
      />
      <p className="screen-word">{quorum.met ? `✓ ${texts.quorumMet}` : texts.quorumMissing(quorum.needed - present)}</p>
    </>
  );
}

/** During a round only these four numbers are shown: never a total, never who. */
function Papers({ view, texts, stale }: SceneProps) {
  return (
    <LargeNumbers
      stale={stale}
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
      {texts.fingerprint} <code>{groups.join(' ')}</code>
      <small>{texts.compare}</small>
    </p>
  );
}
