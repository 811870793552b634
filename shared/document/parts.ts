import { termsOf } from '../domain/terms.ts';
import { documentFileName } from './file-name.ts';
import type { DocumentName } from './document-name.ts';
import type { Facts, ProjectFacts, RoundFacts, SignedFile } from './facts.ts';
import type { Block, Column, Document, SignatureLine, Table } from './model.ts';
import { titleOf } from './title.ts';
import { meetingName, momentWords, roundWords } from './words.ts';

export function heading(text: string): Block {
  return { kind: 'heading', text };
}

export function paragraph(text: string, place: 'body' | 'plain' | 'note' | 'centre' = 'body'): Block {
  return { kind: 'paragraph', text, place };
}

export function factRows(...rows: readonly (readonly [label: string, value: string | number | null])[]): Block {
  return { kind: 'facts', rows: rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value: String(value) }])) };
}

export function column(title: string, width: number, align: Column['align'] = 'start', only?: Column['only']): Column {
  return { title, width, align, ...(only === undefined ? {} : { only }) };
}

/** A table; `name` is that of its sheet, the caption unless there is none. */
export function table(columns: Table['columns'], rows: Table['rows'], more: Partial<Pick<Table, 'caption' | 'name' | 'rowHeight'>> = {}): Table {
  return { kind: 'table', caption: null, name: more.caption ?? '表', rowHeight: 'text', ...more, columns, rows };
}

/** Rows to be filled in by hand. */
export function emptyRows(count: number, columns: number, numbered = true): Table['rows'] {
  return Array.from({ length: count }, (_row, index) =>
    Array.from({ length: columns }, (_cell, at) => (numbered && at === 0 ? index + 1 : null)),
  );
}

export function signatures(...lines: readonly SignatureLine[]): Block {
  return { kind: 'signatures', lines };
}

/** A line for someone who signs by hand. */
export function signHere(role: string, name: string | null = null): SignatureLine {
  return { role, name, note: null };
}

/** The line of the day on which a form is signed. */
export const DATE_LINE: SignatureLine = { role: '日期', name: null, note: null };

/** Chief and scrutineers under a file of the round: who signed electronically and when, who declined and why; lines without names before they are named. */
export function scrutineerLines(facts: Facts, round: RoundFacts | null, file: SignedFile): readonly SignatureLine[] {
  if (facts.scrutineers.length === 0) return [signHere('总监票人'), signHere('监票人'), signHere('监票人')];
  return facts.scrutineers
    .filter((one) => one.position !== null || (!one.alternate && round === null))
    .map((one) => ({
      role: one.chief ? '总监票人' : '监票人',
      name: one.name,
      note: round === null || one.position === null ? null : signatureNote(round, file, one.position),
    }));
}

function signatureNote(round: RoundFacts, file: SignedFile, position: number): string | null {
  const signed = round.signatures[file].find((one) => one.position === position);
  if (signed !== undefined) return `已电子签名 ${momentWords(signed.at)}`;
  const declined = round.declines.find((one) => one.gate === file && one.position === position);
  return declined === undefined ? null : `未签字，理由：${declined.reason}`;
}

/** A form that is printed before there is a round: its number is filled in by hand. */
export function ofSomeRound(round: RoundFacts | null): { readonly subtitle?: string } {
  return round === null ? { subtitle: '第____轮' } : {};
}

export function chairLine(facts: Facts, name: string | null = null): SignatureLine {
  return signHere(chairRole(facts), name);
}

/** Who signs for the chair: 会议主持人, or the executive chair of the 主席团. */
export function chairRole({ congress }: Facts): string {
  const { chair } = termsOf(congress.profile);
  return chair === '主席团' ? '主席团执行主席' : chair;
}

/** Projects of a round by number, in official order; before there is a round, all candidates. */
export function candidatesOf(facts: Facts, round: RoundFacts | null): readonly ProjectFacts[] {
  return round === null ? facts.projects : facts.projects.filter((project) => round.candidates.includes(project.number));
}

export function projectTitle(facts: Facts, number: number): string {
  return facts.projects.find((project) => project.number === number)?.title ?? `第${number}号项目`;
}

/** 1.某某项目；4.某某项目 */
export function projectNames(facts: Facts, numbers: readonly number[]): string {
  return numbers.map((number) => `${number}.${projectTitle(facts, number)}`).join('；');
}

/** A result that was counted by hand is marked on every document of the congress. */
function handMark({ rounds }: Facts): Document['foot']['more'] {
  const byHand = rounds.filter((round) => round.hand).map((round) => round.number);
  return byHand.length === 0 ? [] : [{ label: '计票方式', value: `第${byHand.join('、')}轮为手工计票` }];
}

type Written = Pick<Document, 'kind' | 'blocks'> & Partial<Pick<Document, 'title' | 'landscape' | 'subtitle' | 'meeting'>> & {
  readonly hash?: Document['foot']['hash'];
  readonly moreHashes?: Document['foot']['more'];
};

/** A document of the whole congress; where a round is given, named after it and with its fingerprint at the foot. */
export function documentOf(name: DocumentName, facts: Facts, round: RoundFacts | null, written: Written): Document {
  const { rehearsal, profile } = facts.congress;
  const { hash = null, moreHashes = [], title = titleOf(name, profile), subtitle = round === null ? null : roundWords(round), ...rest } = written;
  return {
    name,
    meeting: meetingName(facts),
    landscape: false,
    ...rest,
    title,
    subtitle,
    rehearsal,
    foot: { fingerprint: round?.fingerprint ?? null, hash, more: [...moreHashes, ...handMark(facts)] },
    fileName: documentFileName({ title, round: round?.number ?? null, rehearsal }),
  };
}
