import { useSyncExternalStore } from 'react';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEPT_AS = 'language';
const listeners = new Set<() => void>();
let current = readKept();
showOnPage(current);

/** The language of this browser, Chinese until someone chooses otherwise. */
export function currentLanguage(): Language {
  return current;
}

export function chooseLanguage(language: Language): void {
  keep(language);
  change(language);
}

/** Re-renders when the language changes, in this tab or in another. */
export function useLanguage(): { readonly language: Language; readonly choose: (language: Language) => void } {
  const language = useSyncExternalStore(subscribe, currentLanguage);
  return { language, choose: chooseLanguage };
}

/** The texts of one area in the language in use. The two dictionaries have one type: a missing key does not compile. */
export function useTexts<Texts>(dictionaries: Readonly<Record<Language, Texts>>): Texts {
  return dictionaries[useLanguage().language];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', followOtherTab);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('storage', followOtherTab);
  };
}

function followOtherTab(event: StorageEvent): void {
  if (event.key === KEPT_AS) change(readKept());
}

function change(language: Language): void {
  if (language === current) return;
  current = language;
  showOnPage(language);
  for (const listener of listeners) listener();
}

function showOnPage(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

function readKept(): Language {
  try {
    return localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh'; // a browser that keeps nothing
  }
}

function keep(language: Language): void {
  try {
    localStorage.setItem(KEPT_AS, language);
  } catch {
    // A browser that keeps nothing: the choice lasts as long as the page.
  }
}
