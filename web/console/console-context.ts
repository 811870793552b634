import { createContext, useContext } from 'react';
import type { Day } from './day-query.ts';
import type { DayStep } from './step.ts';

/** What every panel of the console stands on: the signed-in congress, its day, and the rail. */
export type ConsoleContext = {
  readonly congressId: string;
  readonly token: string;
  /** Name of the clerk who is signed in. */
  readonly clerk: string;
  readonly rehearsal: boolean;
  readonly day: Day;
  readonly steps: readonly DayStep[];
};

export const consoleContext = createContext<ConsoleContext | null>(null);

export function useConsole(): ConsoleContext {
  const value = useContext(consoleContext);
  if (value === null) throw new Error('A panel of the console stands outside the console.');
  return value;
}

/** Whether projects, roll and method may still be changed: until the method is adopted. */
export function usePreparing(): boolean {
  const { congress, screen } = useConsole().day;
  const methodStands = screen.adoptions.findLast((one) => one.subject === 'method')?.carried ?? false;
  return congress.state === 'preparing' && !methodStands;
}
