import { useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';
import type { Waiting } from './booth-screen.ts';
import { Told } from './told.tsx';

/** What is being waited for, why, and whether the delegate has something to do. */
export function WaitingScreen({ waitingFor }: { readonly waitingFor: Waiting }) {
  const texts = useTexts({ zh, en });
  const said = texts.waiting[waitingFor];
  return <Told {...said} />;
}
