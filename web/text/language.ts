import { keptChoice } from '../components/kept-choice.ts';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of this browser, Chinese until someone chooses otherwise. */
const language = keptChoice({
  key: 'language',
  values: LANGUAGES,
  fallback: 'zh',
  show: (chosen) => {
    document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en';
  },
});

export const currentLanguage = language.current;
export const chooseLanguage = language.choose;

/** Re-renders when the language changes, in this tab or in another. */
export function useLanguage(): { readonly language: Language; readonly choose: (language: Language) => void } {
  return { language: language.use(), choose: chooseLanguage };
}

/** The texts of one area in the language in use. The two dictionaries have one type: a missing key does not compile. */
export function useTexts<Texts>(dictionaries: Readonly<Record<Language, Texts>>): Texts {
  return dictionaries[useLanguage().language];
}
