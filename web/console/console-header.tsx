import type { ReactNode } from 'react';
import { AppearanceSwitch } from '#web/components/appearance-switch.tsx';
import { LanguageSwitch } from '#web/components/language-switch.tsx';
import { frameTexts } from '#web/text/console.frame.ts';
import { useTexts } from '#web/text/language.ts';

/** Which congress this is, and what belongs to the whole page: who is signed in, and how the page looks. */
export function ConsoleHeader({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  const texts = useTexts(frameTexts);
  return (
    <header className="console-header">
      <div className="console-name">
        <p className="quiet">{texts.title}</p>
        <p className="console-title">{title}</p>
      </div>
      <div className="console-tools">
        {children}
        <AppearanceSwitch />
        <LanguageSwitch />
      </div>
    </header>
  );
}
