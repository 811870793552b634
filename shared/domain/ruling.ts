import { type Verdict, demand, firstRefusal } from './verdict.ts';

/** The words of every ruling (裁定): what was decided, by whom, and why. */
export type RulingWords = { readonly text: string; readonly by: string; readonly reason: string };

/** Refuses bad-ruling, naming the field, while text, chair or reason is blank: a ruling is printed as it stands. */
export function checkRulingWords(ruling: RulingWords): Verdict {
  return firstRefusal(
    demand(ruling.text.trim() !== '', 'bad-ruling', { field: 'text' }),
    demand(ruling.by.trim() !== '', 'bad-ruling', { field: 'by' }),
    demand(ruling.reason.trim() !== '', 'bad-ruling', { field: 'reason' }),
  );
}
