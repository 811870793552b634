import type { ReactNode } from 'react';
import { useTexts } from '../text/language.ts';
import { en } from '../text/booth.en.ts';
import { zh } from '../text/booth.zh.ts';
import { ScreenTitle } from './screen-title.tsx';

/** What happened, why, and what to do next: always these three, in this order. `alert` where the delegate must hear it at once. */
export function Told({ title, why, next, alert = false, children }: {
  readonly title: string;
  readonly why: string;
  readonly next: string;
  readonly alert?: boolean;
  readonly children?: ReactNode;
}) {
  const texts = useTexts({ zh, en });
  return (
    <>
      <ScreenTitle>{title}</ScreenTitle>
      <p role={alert ? 'alert' : 'status'}>{why}</p>
      <div className="next">
        <h2>{texts.nextTitle}</h2>
        <p>{next}</p>
        {children}
      </div>
    </>
  );
}
