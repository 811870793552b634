import type { ScreenTexts } from '../text/screen.zh.ts';
import type { Scene } from './screen-scene.ts';

/** The one large sentence of a scene. */
export function sceneTitle(scene: Scene, texts: ScreenTexts): string {
  if (scene.kind === 'counting' && scene.round.state === 'confirmed') return texts.freezing.title;
  return texts.scenes[scene.kind].title;
}

/** What the hall should do or know now; empty where the scene says all. */
export function sceneText(scene: Scene, texts: ScreenTexts): string {
  switch (scene.kind) {
    case 'adoption':
      return adoptionText(scene, texts);
    case 'counting':
      return scene.round.state === 'confirmed' ? texts.freezing.text : texts.scenes.counting.text;
    case 'result':
      return resultText(scene, texts);
    default:
      return texts.scenes[scene.kind].text;
  }
}

function adoptionText({ method, scrutineers }: Extract<Scene, { kind: 'adoption' }>, texts: ScreenTexts): string {
  const both = method?.carried === true && scrutineers?.carried === true;
  return both ? texts.adoption.bothCarried : texts.scenes.adoption.text;
}

function resultText({ result: { ruling, final } }: Extract<Scene, { kind: 'result' }>, texts: ScreenTexts): string {
  if (ruling !== null) return `${texts.result.ruling(ruling.by, ruling.text)} ${texts.result.reason(ruling.reason)}`;
  return final ? texts.result.final : texts.result.provisional;
}

/** Which round, and for how many places; empty before the first. */
export function roundWord(scene: Scene, texts: ScreenTexts): string {
  if ('result' in scene) return texts.round(scene.result.number, scene.result.kind);
  if ('voided' in scene) return texts.round(scene.voided.number, scene.voided.kind);
  if (!('round' in scene)) return '';
  const { number, kind, places, candidates } = scene.round;
  return `${texts.round(number, kind)} · ${texts.places(places, candidates.length)}`;
}
