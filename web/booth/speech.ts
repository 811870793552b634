import type { Language } from '../text/language.ts';
import { spokenParts } from './spoken-parts.ts';

const CODES: Readonly<Record<Language, readonly string[]>> = { zh: ['zh', 'cmn'], en: ['en'] };
/** A little slower than the voice's own pace. */
const PACE = 0.9;

/** What is being read now, to be stopped by whoever changes the screen. */
let current = new AbortController();

/** A voice of this device for a language. Voices of a distant server are left alone: they would hear what is on the screen. */
export function voiceOf(language: Language): SpeechSynthesisVoice | null {
  return voices().find(({ lang, localService }) => localService && CODES[language].some((code) => lang.toLowerCase().startsWith(code))) ?? null;
}

/** The voices as one text, which changes when some are added: browsers find them a moment after the page. */
export function knownVoices(): string {
  return voices().map(({ lang, localService }) => `${lang} ${localService}`).join();
}

export function followVoices(listener: () => void): () => void {
  if (!('speechSynthesis' in window)) return () => undefined;
  const { speechSynthesis } = window;
  speechSynthesis.addEventListener('voiceschanged', listener);
  return () => speechSynthesis.removeEventListener('voiceschanged', listener);
}

/** Reads the sheet from its top. `left` is said at the end where something private was left out. Ends with the screen. */
export async function readPage(language: Language, left: string): Promise<void> {
  stopReading();
  const { signal } = (current = new AbortController());
  const sheet = document.querySelector('main');
  if (sheet === null) return;
  for (const { element, text } of spokenParts(sheet)) {
    if (signal.aborted || !element.isConnected) return;
    element.scrollIntoView({ block: 'nearest' });
    element.dataset['reading'] = '';
    await speak(text, language, signal);
    delete element.dataset['reading'];
  }
  if (sheet.querySelector('[data-private]') !== null && !signal.aborted) await speak(left, language, signal);
}

export function stopReading(): void {
  current.abort();
}

/** Chinese inside an English page is read by a Chinese voice. */
function speak(text: string, language: Language, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const voice = (/\p{Script=Han}/u.test(text) ? voiceOf('zh') : null) ?? voiceOf(language);
    if (voice === null || signal.aborted) {
      resolve();
      return;
    }
    const said = new SpeechSynthesisUtterance(text);
    said.voice = voice;
    said.lang = voice.lang;
    said.rate = PACE;
    said.onend = () => resolve();
    said.onerror = () => resolve();
    signal.addEventListener('abort', () => {
      window.speechSynthesis.cancel();
      resolve();
    });
    window.speechSynthesis.speak(said);
  });
}

function voices(): readonly SpeechSynthesisVoice[] {
  return 'speechSynthesis' in window ? window.speechSynthesis.getVoices() : [];
}
