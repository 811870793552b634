import { useEffect, useState, useSyncExternalStore } from 'react';
import { useLanguage, useTexts } from '../text/language.ts';
import { en } from '../text/door.en.ts';
import { zh } from '../text/door.zh.ts';
import { followVoices, knownVoices, readPage, stopReading, voiceOf } from './speech.ts';

/** Reads the screen aloud, part by part, and stops again. Not there where the browser has no voice of its own for the language. */
export function ReadAloud() {
  const texts = useTexts({ zh, en });
  const { language } = useLanguage();
  const [reading, setReading] = useState(false);
  useSyncExternalStore(followVoices, knownVoices);
  useEffect(() => stopReading, [language]);
  if (voiceOf(language) === null) return null;
  const read = async () => {
    setReading(true);
    await readPage(language, texts.notReadAloud);
    setReading(false);
  };
  return (
    <button type="button" className="choice read-aloud" aria-pressed={reading} onClick={() => (reading ? stopReading() : void read())}>
      {reading ? texts.stopReading : texts.readAloud}
    </button>
  );
}
