import type { ReactNode } from 'react';
import type { DayStep } from './step.ts';

export type Mark = DayStep['state'] | 'sealed';

/** The steps that end with a signed gate; done, they carry the seal. */
const GATES: readonly DayStep['kind'][] = ['count', 'certify'];

export function markOf({ kind, state }: Pick<DayStep, 'kind' | 'state'>): Mark {
  return state === 'done' && GATES.includes(kind) ? 'sealed' : state;
}

/** Where a step stands, told by its shape: a tick, a seal, a filled disc, a clock, an empty ring. The words stand beside it. */
export function StepMark({ mark }: { readonly mark: Mark }) {
  return (
    <svg className={`step-mark step-mark-${mark}`} viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      {SHAPES[mark]}
    </svg>
  );
}

const SHAPES = {
  done: (
    <>
      <circle cx="12" cy="12" r="9" className="mark-ring" />
      <path d="m7.5 12.5 3 3 6-6.5" className="mark-line" />
    </>
  ),
  sealed: (
    <>
      <rect x="3.5" y="3.5" width="17" height="17" rx="2" className="mark-fill" />
      <path d="m7.5 12.5 3 3 6-6.5" className="mark-line" />
    </>
  ),
  'in-hand': (
    <>
      <circle cx="12" cy="12" r="10" className="mark-fill" />
      <path d="M10 7.5 15.5 12 10 16.5" className="mark-line" />
    </>
  ),
  waiting: (
    <>
      <circle cx="12" cy="12" r="9" className="mark-ring" />
      <path d="M12 7v5.5l3.5 2" className="mark-line" />
    </>
  ),
  'to-come': <circle cx="12" cy="12" r="6" className="mark-ring" />,
} satisfies Record<Mark, ReactNode>;
