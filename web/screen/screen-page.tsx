import './screen.css';
import './scenes.css';
import './result.css';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { errorSentences } from '#shared/contract/error-text.ts';
import { RehearsalBand } from '../components/rehearsal-band.tsx';
import { en as frameEn } from '../text/frame.en.ts';
import { zh as frameZh } from '../text/frame.zh.ts';
import { useLanguage, useTexts } from '../text/language.ts';
import { en } from '../text/screen.en.ts';
import { type ScreenTexts, zh } from '../text/screen.zh.ts';
import { BundleHash } from './bundle-hash.tsx';
import { useKeepAwake } from './keep-awake.ts';
import { PageTurnContext } from './page-turn.ts';
import { SceneBody } from './scene-body.tsx';
import { roundWord, sceneText, sceneTitle } from './scene-words.ts';
import type { StepBack } from './screen-follow.ts';
import { type Scene, screenScene } from './screen-scene.ts';
import { ScreenTools } from './screen-tools.tsx';
import { useIdle } from './use-idle.ts';
import { type ScreenFeed, useScreen } from './use-screen.ts';

/** The hall screen: no login, follows the congress by itself, one scene at a time. */
export default function ScreenPage() {
  const { congressId = '' } = useParams();
  const texts = useTexts({ zh, en });
  const feed = useScreen(congressId);
  useKeepAwake();
  if (feed.followed === null) return <BeforeFirstAnswer fault={feed.fault} texts={texts} />;
  const { view, stepsBack } = feed.followed;
  const scene = screenScene(view);
  return (
    <ScreenFrame kind={scene.kind} stale={feed.stale} texts={texts}>
      <RehearsalBand rehearsal={view.congress.rehearsal} />
      <header className="screen-header">
        <span className="screen-congress">{view.congress.title}</span>
        <span>{roundWord(scene, texts)}</span>
        <time>{clockOf(feed.serverNow)}</time>
      </header>
      <div className="screen-words">
        <StepsBack stepsBack={stepsBack} texts={texts} />
        <p role="status" className={feed.stale ? 'screen-stale-word' : 'visually-hidden'}>
          {feed.stale ? texts.stale(clockOf(Date.parse(view.now))) : ''}
        </p>
      </div>
      <main className="screen-main">
        <h1>{sceneTitle(scene, texts)}</h1>
        <p className="screen-text">{sceneText(scene, texts)}</p>
        <PageTurnContext value={{ now: feed.serverNow, since: beganAt(scene) }}>
          <SceneBody scene={scene} view={view} serverNow={feed.serverNow} texts={texts} />
        </PageTurnContext>
      </main>
    </ScreenFrame>
  );
}

type FrameProps = { readonly kind: Scene['kind'] | 'starting'; readonly stale: boolean; readonly texts: ScreenTexts; readonly children: ReactNode };

function ScreenFrame({ kind, stale, texts, children }: FrameProps) {
  const idle = useIdle();
  return (
    <div className={`screen screen-${kind}${stale ? ' screen-stale' : ''}${idle ? ' screen-idle' : ''}`}>
      {children}
      <footer className="screen-footer">
        <div className="screen-program">
          <BundleHash />
        </div>
        <ScreenTools texts={texts} />
      </footer>
    </div>
  );
}

function BeforeFirstAnswer({ fault, texts }: { readonly fault: ScreenFeed['fault']; readonly texts: ScreenTexts }) {
  const frame = useTexts({ zh: frameZh, en: frameEn });
  const { language } = useLanguage();
  const sentence = { none: texts.loading, unreachable: frame.unreachable, 'congress-unknown': errorSentences('congress-unknown')[language] }[fault];
  return (
    <ScreenFrame kind="starting" stale={false} texts={texts}>
      <main className="screen-main">
        <h1>{sentence}</h1>
      </main>
    </ScreenFrame>
  );
}

function StepsBack({ stepsBack, texts }: { readonly stepsBack: readonly StepBack[]; readonly texts: ScreenTexts }) {
  return stepsBack.map((step) => (
    <p className="screen-back" role="status" key={step.kind}>
      {'from' in step ? texts.back[step.kind](step.from, step.to) : texts.back[step.kind]}
    </p>
  ));
}

/** Milliseconds; pages of a result turn from the moment of the last signature on. */
function beganAt(scene: Scene): number {
  return scene.kind === 'result' ? Date.parse(scene.result.certifiedAt) : 0;
}

function clockOf(milliseconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const at = new Date(milliseconds);
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}
