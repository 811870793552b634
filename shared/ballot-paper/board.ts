import { type BallotRule } from '../domain/method.ts';
import { type BallotVerdict, type OpenedBallot, type Tally, judgeBallot, tabulate } from '../domain/tally.ts';
import { type Refusal, refuse } from '../error-code.ts';
import { type Bytes, readUtf8, utf8 } from './bytes.ts';
import { CROCKFORD, toCrockford } from './crockford.ts';

/** One ballot on the board. `name` is its tracker, or `!` and 16 characters of its leaf where it has no tracker of its own. */
export type BoardLine = { readonly name: string; readonly ballot: OpenedBallot; readonly verdict: BallotVerdict };

/** The list of opened ballots (开箱单), sorted, with its counts. `treeHead` is the hex SHA-256 of sth.json. */
export type Board = {
  readonly treeHead: string;
  /** Whose keys opened the box, ascending. */
  readonly released: readonly number[];
  readonly lines: readonly BoardLine[];
  readonly tally: Tally;
};

/** What a board needs of its round: option numbers in order, and the rule. */
export type BoardRound = { readonly options: readonly { readonly number: number }[]; readonly rule: BallotRule };

/** An opened ballot with what it can be named by: its tracker (null where it could not be opened) and leaf (32 bytes). */
export type NamedBallot = { readonly tracker: string | null; readonly leaf: Uint8Array; readonly ballot: OpenedBallot };

/** `!` and the 16 characters of a leaf: for ballots without a tracker of their own. */
export function leafName(leaf: Uint8Array): string {
  return `!${toCrockford(leaf, 16)}`;
}

/** Makes the board of an opened box. Several ballots that carry one tracker are all named by their leaves. */
export function makeBoard(
  round: BoardRound,
  header: Pick<Board, 'treeHead' | 'released'>,
  opened: readonly NamedBallot[],
): Board {
  const uses = new Map<string, number>();
  for (const { tracker } of opened) if (tracker !== null) uses.set(tracker, (uses.get(tracker) ?? 0) + 1);
  const lines = opened.map(({ tracker, leaf, ballot }) => {
    const name = tracker !== null && uses.get(tracker) === 1 ? tracker : leafName(leaf);
    return lineOf(round, name, ballot);
  });
  return { ...header, lines: lines.toSorted(byText), tally: tallyOf(round, lines) };
}

function lineOf({ options, rule }: BoardRound, name: string, ballot: OpenedBallot): BoardLine {
  return { name, ballot, verdict: judgeBallot(ballot, options.length, rule) };
}

function tallyOf({ options, rule }: BoardRound, lines: readonly BoardLine[]): Tally {
  return tabulate(options.map(({ number }) => number), lines.map(({ ballot }) => ballot), rule);
}

/** Bytewise: the text is ASCII. */
function byText(a: BoardLine, b: BoardLine): number {
  const [left, right] = [lineText(a), lineText(b)];
  return left < right ? -1 : Number(left > right);
}

/** A line as it stands on the board, without its line feed. */
export function lineText({ name, ballot, verdict }: BoardLine): string {
  if (ballot.kind !== 'marks') return `${name} ${ballot.kind.toUpperCase()}`;
  return `${name} ${ballot.marks.join('')}${verdict === 'rule' ? ' RULE' : ''}`;
}

/** The exact bytes of board.txt: LF lines. */
export function writeBoard({ treeHead, released, lines, tally }: Board): Bytes {
  const head = ['rv1/board', `sth ${treeHead}`, `released ${released.join(',')}`, `size ${lines.length}`];
  const counts = tally.counts.map(({ votes }) => votes).join(',');
  const foot = [`counts ${counts}`, `abstained ${tally.abstained}`, `invalid ${tally.invalid}`];
  return utf8([...head, ...lines.map(lineText), ...foot, ''].join('\n'));
}

/** The figures under a board as they were written, which a recount must reach. */
export type BoardFigures = { readonly counts: readonly number[]; readonly abstained: number; readonly invalid: number };

/** A board as it was found: its lines judged anew, beside what was written. */
export type ReadBoard = Board & {
  readonly size: number;
  readonly written: BoardFigures;
  /** Every line says RULE exactly where its marks break the rule. */
  readonly judgedRightly: boolean;
};

const HEAD = /^rv1\/board\nsth ([0-9a-f]{64})\nreleased ((?:[1-9][0-9]{0,2},)*[1-9][0-9]{0,2})\nsize (0|[1-9][0-9]{0,8})\n/;
const FOOT = /\ncounts ((?:(?:0|[1-9][0-9]{0,8}),)*(?:0|[1-9][0-9]{0,8}))\nabstained (0|[1-9][0-9]{0,8})\ninvalid (0|[1-9][0-9]{0,8})\n$/;
const HEAD_LINES = 4;
const NAME = new RegExp(`^!?[${CROCKFORD}]{16}$`);

/** Reads board.txt against its round: form only, right or wrong. Refuses bad-board with the number of the line. */
export function readBoard(round: BoardRound, bytes: Uint8Array): { readonly ok: true; readonly board: ReadBoard } | Refusal {
  const text = readUtf8(bytes) ?? '';
  const head = HEAD.exec(text);
  const foot = FOOT.exec(text);
  if (head === null || foot === null) return refuse('bad-board', { field: head === null ? 'header' : 'counts' });
  const [headText, treeHead = '', released, size] = head;
  const rows = rowsOf(text.slice(headText.length, foot.index + 1));
  const read = rows.map((row) => readLine(round, row));
  const lines = read.filter((line) => line !== null);
  if (lines.length < rows.length) return refuse('bad-board', { field: 'line', figures: { line: HEAD_LINES + 1 + read.indexOf(null) } });
  const written = { counts: numbers(foot[1]), abstained: Number(foot[2]), invalid: Number(foot[3]) };
  const judgedRightly = lines.every((line, index) => lineText(line) === rows[index]);
  const tally = tallyOf(round, lines);
  return { ok: true, board: { treeHead, released: numbers(released), size: Number(size), lines, tally, written, judgedRightly } };
}

/** Lines that each end in a line feed. */
function rowsOf(text: string): readonly string[] {
  return text === '' ? [] : text.slice(0, -1).split('\n');
}

function numbers(list: string | undefined): readonly number[] {
  return (list ?? '').split(',').map(Number);
}

function readLine(round: BoardRound, row: string): BoardLine | null {
  const [name = '', verdict = '', remark] = row.split(' ');
  const ballot = readVerdict(verdict, round.options.length);
  if (!NAME.test(name) || ballot === null || (remark !== undefined && remark !== 'RULE')) return null;
  return lineOf(round, name, ballot);
}

function readVerdict(verdict: string, options: number): OpenedBallot | null {
  if (verdict === 'UNOPENABLE') return { kind: 'unopenable' };
  if (verdict === 'MALFORMED') return { kind: 'malformed' };
  if (verdict === 'PAPER-INVALID') return { kind: 'paper-invalid' };
  if (verdict.length !== options || !/^[01]+$/.test(verdict)) return null;
  return { kind: 'marks', marks: Array.from(verdict, Number) };
}

/** Whether no line stands before the one above it. */
export function isSorted(lines: readonly BoardLine[]): boolean {
  return lines.every((line, index) => {
    const before = lines[index - 1];
    return before === undefined || byText(before, line) <= 0;
  });
}
