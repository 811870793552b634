import { LANGUAGES, useLanguage, useTexts } from '../text/language.ts';
import { en } from '../text/frame.en.ts';
import { zh } from '../text/frame.zh.ts';

const NAMES = { zh: '中文', en: 'English' } as const;

/** Both languages by their own names, the one in use pressed. */
export function LanguageSwitch() {
  const { language, choose } = useLanguage();
  const texts = useTexts({ zh, en });
  return (
    <div className="language-switch" role="group" aria-label={texts.languageName}>
      {LANGUAGES.map((name) => (
        <button key={name} type="button" className="choice" lang={name} aria-pressed={name === language} onClick={() => choose(name)}>
          {NAMES[name]}
        </button>
      ))}
    </div>
  );
}
