import { useTexts } from '../text/language.ts';
import { en } from '../text/enrol.en.ts';
import { zh } from '../text/enrol.zh.ts';

/** Where in the making of the keys one is, from 1. */
export function useStepName(): (now: number) => string {
  const { steps, step } = useTexts({ zh, en });
  return (now) => step(now, steps.length, steps[now - 1] ?? '');
}
