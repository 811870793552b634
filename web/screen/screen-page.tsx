import './screen.css';
import { useParams } from 'react-router';
import { LanguageSwitch } from '../components/language-switch.tsx';
import { RehearsalBand } from '../components/rehearsal-band.tsx';
import { useLanguage, useTexts } from '../text/language.ts';
import { errorSentences } from '#shared/contract/error-text.ts';
import { en as frameEn } from '../text/frame.en.ts';
import { zh as frameZh } from '../text/frame.zh.ts';
import { en } from '../text/screen.en.ts';
import { type ScreenTexts, zh } from '../text/screen.zh.ts';
import { BundleHash } from './bundle-hash.tsx';
import { SceneBody } from './scene-body.tsx';
import type { StepBack } from './screen-follow.ts';
import { type Scene, screenScene } from './screen-scene.ts';
import { type ScreenFeed, useScreen } from './use-screen.ts';

/** The hall screen: no login, follows the congress by itself, one scene at a time. */
export default function ScreenPage() {
  const { congressId = '' } = useParams();
  const texts = useTexts({ zh, en });
  const feed = useScreen(congressId);
  if (feed.followed === null) return <BeforeFirstAnswer fault={feed.fault} texts={texts} />;
  const { view, stepsBack } = feed.followed;
  const scene = screenScene(view);
  return (
    <div className={`screen screen-${scene.kind}`}>
      <RehearsalBand rehearsal={view.congress.rehearsal} />
      <header className="screen-header">
        <span>{view.congress.title}</span>
        <RoundWord scene={scene} texts={texts} />
        <time>{clockOf(feed.serverNow)}</time>
      </header>
      <main className="screen-main">
        <h1>{texts.scenes[scene.kind].title}</h1>
        <p className="screen-text">{textOf(scene, texts)}</p>
        <SceneBody scene={scene} view={view} serverNow={feed.serverNow} stale={feed.stale} texts={texts} />
      </main>
      <footer className="screen-footer">
        <StepsBack stepsBack={stepsBack} texts={texts} />
        {scene.kind === 'result' ? <p>{texts.result.figures(scene.result)}</p> : null}
        {feed.stale ? (
          <p className="screen-stale" role="status">
            {texts.stale(clockOf(Date.parse(view.now)))}
          </p>
        ) : null}
        <LanguageSwitch />
        <BundleHash />
      </footer>
    </div>
  );
}

function BeforeFirstAnswer({ fault, texts }: { readonly fault: ScreenFeed['fault']; readonly texts: ScreenTexts }) {
  const frame = useTexts({ zh: frameZh, en: frameEn });
  const { language } = useLanguage();
  const sentence = { none: texts.loading, unreachable: frame.unreachable, 'congress-unknown': errorSentences('congress-unknown')[language] }[fault];
  return (
    <div className="screen">
      <main className="screen-main">
        <h1>{sentence}</h1>
      </main>
    </div>
  );
}

function RoundWord({ scene, texts }: { readonly scene: Scene; readonly texts: ScreenTexts }) {
  if ('result' in scene) return <span>{texts.round(scene.result.number, scene.result.kind)}</span>;
  if (!('round' in scene)) return null;
  const { round } = scene;
  return (
    <span>
      {texts.round(round.number, round.kind)} · {texts.places(round.places, round.candidates.length)}
    </span>
  );
}

function textOf(scene: Scene, texts: ScreenTexts): string {
  if (scene.kind === 'adoption' && scene.method?.carried === true && scene.scrutineers?.carried === true) return texts.adoption.bothCarried;
  if (scene.kind !== 'result') return texts.scenes[scene.kind].text;
  const { ruling, final } = scene.result;
  if (ruling !== null) return texts.result.ruling(ruling.by, ruling.text);
  return final ? texts.result.final : texts.result.provisional;
}

function StepsBack({ stepsBack, texts }: { readonly stepsBack: readonly StepBack[]; readonly texts: ScreenTexts }) {
  return stepsBack.map((step) => (
    <p className="screen-back" role="status" key={step.kind}>
      {step.kind === 'present-fell' ? texts.back.presentFell(step.from, step.to) : texts.back[step.kind]}
    </p>
  ));
}

function clockOf(milliseconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const at = new Date(milliseconds);
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}
