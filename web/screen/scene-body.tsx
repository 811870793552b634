import type { ReactNode } from 'react';
import type { ScreenView } from '#shared/contract/publication.ts';
import type { ScreenTexts } from '../text/screen.zh.ts';
import { AdoptionScene } from './adoption-scene.tsx';
import { AnnouncementScene } from './announcement-scene.tsx';
import { AttendanceScene } from './attendance-scene.tsx';
import { ResultBars } from './result-bars.tsx';
import { ArmedScene, CountdownScene, CountScene, VotingScene } from './round-scene.tsx';
import type { Scene } from './screen-scene.ts';
import { VoidScene } from './void-scene.tsx';

export type SceneProps = {
  readonly scene: Scene;
  readonly view: ScreenView;
  readonly serverNow: number;
  readonly texts: ScreenTexts;
};

/** What stands below the title, by the scene. */
export function SceneBody({ scene, view, serverNow, texts }: SceneProps): ReactNode {
  const { congress, projects, results } = view;
  switch (scene.kind) {
    case 'waiting':
    case 'check-in':
      return <AttendanceScene view={view} texts={texts} />;
    case 'adoption':
      return <AdoptionScene method={scene.method} scrutineers={scene.scrutineers} view={view} texts={texts} />;
    case 'armed':
      return <ArmedScene round={scene.round} view={view} texts={texts} />;
    case 'manifest':
    case 'voting':
      return <VotingScene round={scene.round} view={view} texts={texts} />;
    case 'countdown':
      return <CountdownScene round={scene.round} closesAt={scene.closesAt} serverNow={serverNow} view={view} texts={texts} />;
    case 'closed':
    case 'counting':
      return <CountScene round={scene.round} view={view} texts={texts} />;
    case 'void':
      return <VoidScene voided={scene.voided} texts={texts} />;
    case 'result':
      return (
        <ResultBars
          result={scene.result}
          results={results}
          projects={projects}
          year={congress.year}
          keyWorkLabel={congress.method.keyWorkLabel}
          texts={texts}
        />
      );
    case 'announcement':
      return <AnnouncementScene view={view} texts={texts} />;
    case 'adjourned':
      return null;
  }
}
