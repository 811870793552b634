import type { RollPreview } from '#shared/contract/sheet-file.ts';
import type { rollTexts } from '#web/text/console.sheet.ts';
import type { Language } from '#web/text/language.ts';
import { type PreviewRow, inOrder, problemRows } from '../sheet-import/preview-row.ts';

type Texts = (typeof rollTexts)[Language];
type Line = RollPreview['added'][number];

/** What a roll file would do, line by line. */
export function rollRows(preview: RollPreview, texts: Texts, language: Language): readonly PreviewRow[] {
  const { problems, source, added, changed, missing } = preview;
  return inOrder([
    ...problemRows(problems, source, language),
    ...missing.map((one) => ({ key: `missing-${one.number}`, kind: 'missing' as const, line: null, column: null, what: whoOf(one), says: texts.missing(standingOf(one, texts)) })),
    ...changed.map(({ line, before, after }) => ({ key: `changed-${after.number}`, kind: 'changed' as const, line, column: null, what: whoOf(after), says: changesOf(before, after, texts) })),
    ...added.map((one) => ({ key: `added-${one.number}`, kind: 'added' as const, line: one.line, column: null, what: whoOf(one), says: one.delegation })),
  ]);
}

type Person = Pick<Line, 'number' | 'name' | 'delegation'>;

function whoOf({ number, name }: Person): string {
  return `${number} ${name}`;
}

function changesOf(before: Person, after: Person, texts: Texts): string {
  const changes = [
    before.name === after.name ? null : texts.changedName(before.name, after.name),
    before.delegation === after.delegation ? null : texts.changedDelegation(before.delegation, after.delegation),
  ];
  return changes.filter((one) => one !== null).join(texts.and);
}

function standingOf({ delegation, letter, attendance, scrutineer }: RollPreview['missing'][number], texts: Texts): string {
  const facts = [delegation, letter === 'made' ? texts.hasLetter : null, attendance === 'present' ? texts.isPresent : null, scrutineer ? texts.isScrutineer : null];
  return facts.filter((one) => one !== null).join(texts.and);
}

/** What striking those who are missing brings with it. */
export function strikeCounts({ missing }: RollPreview) {
  return {
    people: missing.length,
    letters: missing.filter(({ letter }) => letter === 'made').length,
    present: missing.filter(({ attendance }) => attendance === 'present').length,
    scrutineers: missing.filter(({ scrutineer }) => scrutineer).map(whoOf),
  };
}
