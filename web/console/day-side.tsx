import { useState } from 'react';
import { NavLink } from 'react-router';
import { dayTexts } from '#web/text/console.day.ts';
import { frameTexts } from '#web/text/console.frame.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from './console-context.ts';
import { stepInHand } from './day-steps.ts';
import { Rail } from './rail.tsx';
import { SIDE_PAGES } from './side-pages.tsx';
import { StepMark, markOf } from './step-mark.tsx';

/**
 * The rail and the links of the side pages. Beside the step on a wide window; on a narrow one a line that says where
 * the day stands and unfolds them, until one is chosen.
 */
export function DaySide() {
  const texts = useTexts(dayTexts);
  const { others } = useTexts(frameTexts);
  const { steps } = useConsole();
  const [open, setOpen] = useState(false);
  const now = stepInHand(steps);
  const place = now === undefined ? 0 : steps.indexOf(now) + 1;
  return (
    <aside className={open ? 'console-side console-side-open' : 'console-side'} aria-label={others}>
      <button type="button" className="day-toggle" aria-expanded={open} aria-controls="day-side" onClick={() => setOpen(!open)}>
        {now === undefined ? null : (
          <>
            <StepMark mark={markOf(now)} />
            <span className="day-toggle-now">
              <small>{texts.place(place, steps.length)}</small> {texts.steps[now.kind]}
            </span>
          </>
        )}
        <span className="day-toggle-act">{open ? texts.closeRail : texts.openRail}</span>
      </button>
      <div
        id="day-side"
        className="day-side"
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest('a') !== null) setOpen(false);
        }}
      >
        <Rail />
        <SideLinks />
      </div>
    </aside>
  );
}

function SideLinks() {
  const { congressId } = useConsole();
  const texts = useTexts(frameTexts);
  return (
    <ul className="side-links">
      {SIDE_PAGES.map(({ path }) => (
        <li key={path}>
          <NavLink to={`/console/${congressId}/${path}`}>{texts.pages[path]}</NavLink>
        </li>
      ))}
      <li>
        <a href={`/screen/${congressId}`} target="_blank" rel="noreferrer">
          {texts.screen}
        </a>
      </li>
    </ul>
  );
}
