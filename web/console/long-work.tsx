import type { ComponentType } from 'react';
import { ArchiveWorkLine } from './archive/archive-work-line.tsx';
import { LetterWorkLine } from './letters/letter-work-line.tsx';
import { ProjectWorkLine } from './prepare/project-work-line.tsx';
import { RollWorkLine } from './prepare/roll-work-line.tsx';

/** Every kind of long work has one line here, which shows nothing while there is none. */
const LINES: readonly ComponentType[] = [ProjectWorkLine, RollWorkLine, LetterWorkLine, ArchiveWorkLine];

/** What goes on elsewhere in the console, below the figures on every page. */
export function LongWork() {
  return (
    <>
      {LINES.map((Line, index) => (
        <Line key={index} />
      ))}
    </>
  );
}
