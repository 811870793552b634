import type { z } from 'zod';
import { projectInput } from '#shared/contract/congress.ts';
import type { SheetProblem } from '#shared/contract/sheet-file.ts';
import { cellText } from '../../sheet/cell-text.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import type { ProblemName } from '../../sheet/sheet-text.ts';
import { cellProblem, readTable } from '../../sheet/table.ts';
import type { FieldHeaders, Table, TableRow } from '../../sheet/table.ts';
import { readTargets } from './project-targets.ts';

/** As many as a ballot paper can number. */
export const MOST_PROJECTS = 99;
const MOST_TARGETS = 20;

type Optional = 'theme' | 'responsibleUnit' | 'deadline' | 'note';
type Field = 'number' | 'title' | 'targets' | 'investment' | Optional;
type ProjectInput = z.infer<typeof projectInput>;

const HEADERS: FieldHeaders<Field> = {
  title: { names: ['项目名称', '候选项目名称', '候选项目', '名称', '项目', 'project', 'title'], needed: true },
  number: { names: ['序号', '编号', 'number', 'no', 'no.'], needed: false },
  theme: { names: ['主题', '项目类别', '类别', '分类', 'theme', 'category'], needed: false },
  targets: { names: ['量化目标', '目标', '建设目标', '目标任务', 'targets', 'target'], needed: false },
  investment: { names: ['总投资', '投资', '投资额', '总投资元', '总投资万元', '投资元', '投资万元', '估算投资', '计划投资', 'investment', 'investment yuan'], needed: false },
  responsibleUnit: { names: ['责任单位', '牵头单位', '实施单位', 'responsible unit'], needed: false },
  deadline: { names: ['完成时限', '完成时间', '时限', 'deadline'], needed: false },
  note: { names: ['说明', '建设内容', '项目内容', '主要内容', '内容', '备注', 'note', 'content'], needed: false },
};
const LONGEST: Readonly<Record<Optional | 'title', number>> = { title: 60, theme: 40, responsibleUnit: 60, deadline: 40, note: 200 };
/** How offices mark that nothing is to be said. */
const NOTHING = /^[-—–―/／\\无]?$/;

export type FileProject = { readonly line: number; readonly project: ProjectInput };
export type ProjectRows = { readonly table: Table<Field>; readonly projects: readonly FileProject[]; readonly problems: readonly SheetProblem[] };

/** Reads candidate projects. What a cell does not say stays empty; without a number column the rows' order is the official one. */
export function readProjectRows(sheet: Sheet): ProjectRows {
  const table = readTable(sheet, HEADERS, MOST_PROJECTS);
  const seen = new Map<number, number>();
  const read = table.rows.map((row, index) => new ProjectRow(row, table).read(index + 1, seen));
  return {
    table,
    projects: read.flatMap(({ file }) => (file === null ? [] : [file])).toSorted((a, b) => a.project.number - b.project.number),
    problems: [...table.problems, ...read.flatMap(({ problems }) => problems)],
  };
}

/** One row, and what was found wrong with it so far. */
class ProjectRow {
  readonly #row: TableRow<Field>;
  readonly #table: Table<Field>;
  readonly #problems: SheetProblem[] = [];

  constructor(row: TableRow<Field>, table: Table<Field>) {
    this.#row = row;
    this.#table = table;
  }

  read(order: number, seen: Map<number, number>): { readonly file: FileProject | null; readonly problems: readonly SheetProblem[] } {
    const input = {
      number: this.#number(order, seen),
      title: this.#title(),
      theme: this.#optional('theme'),
      targets: this.#targets(),
      investment: this.#investment(),
      responsibleUnit: this.#optional('responsibleUnit'),
      deadline: this.#optional('deadline'),
      note: this.#optional('note'),
    };
    const problems = this.#problems;
    if (problems.length > 0 || this.#row.flawed.size > 0) return { file: null, problems };
    return { file: { line: this.#row.line, project: projectInput.parse(input) }, problems };
  }

  #text(field: Field): string {
    return this.#row.flawed.has(field) ? '' : (this.#row.cells.get(field) ?? '');
  }

  #say(field: Field, name: ProblemName, figures: Readonly<Record<string, number | string>> = {}): void {
    this.#problems.push(cellProblem(this.#table.columns, this.#row.line, field, name, figures));
  }

  #number(order: number, seen: Map<number, number>): number {
    if (!this.#table.columns.has('number') || this.#row.flawed.has('number')) return order;
    const found = this.#text('number').normalize('NFKC');
    const number = /^[0-9]{1,2}$/.test(found) ? Number(found) : 0;
    const first = seen.get(number);
    if (number < 1) this.#say('number', 'project-number', { found });
    else if (first !== undefined) this.#say('number', 'doubled-project', { number, first });
    else seen.set(number, this.#row.line);
    return number;
  }

  #title(): string {
    if (this.#row.flawed.has('title')) return '';
    const read = cellText(this.#text('title'), LONGEST.title);
    if (read.ok) return read.text;
    this.#say('title', read.problem, read.figures);
    return '';
  }

  #optional(field: Optional): string | null {
    const text = this.#text(field).replaceAll(/\s*[\r\n]+\s*/g, '；');
    if (NOTHING.test(text)) return null;
    const read = cellText(text, LONGEST[field]);
    if (read.ok) return read.text;
    this.#say(field, read.problem, read.figures);
    return null;
  }

  #targets(): ProjectInput['targets'] {
    const text = this.#text('targets');
    if (NOTHING.test(text)) return [];
    const { read, bad } = readTargets(text);
    for (const found of bad.slice(0, MOST_TARGETS)) this.#say('targets', 'target', { found });
    const count = read.length + bad.length;
    if (count > MOST_TARGETS) this.#say('targets', 'too-many-targets', { count, most: MOST_TARGETS });
    return [...read];
  }

  #investment(): number | null {
    const found = this.#text('investment');
    if (NOTHING.test(found)) return null;
    const yuan = readInvestment(found, /万/.test(this.#table.columns.get('investment')?.header ?? ''));
    if (yuan === null) this.#say('investment', 'investment', { found });
    return yuan;
  }
}

/** Whole yuan, or null for what is none. In 万元, decimals are allowed as far as they make whole yuan. */
function readInvestment(text: string, byHeader: boolean): number | null {
  const plain = text.normalize('NFKC').replace(/[,\s元]/g, '');
  const inTenThousands = byHeader || plain.endsWith('万');
  const amount = /^(?<whole>[0-9]{1,12})(?:\.(?<part>[0-9]{1,4}))?万?$/.exec(plain)?.groups;
  if (amount === undefined) return null;
  const { whole = '', part = '' } = amount;
  if (!inTenThousands && !/^0*$/.test(part)) return null;
  const yuan = inTenThousands ? Number(whole) * 10_000 + Number(part.padEnd(4, '0')) : Number(whole);
  return projectInput.shape.investment.safeParse(yuan).success ? yuan : null;
}
