import type { OutcomeFile } from '#shared/ballot-paper/outcome-file.ts';
import type { Project } from '#shared/contract/congress.ts';
import { type ResultRow, resultRows } from '../screen/result-rows.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/scrutineer.en.ts';
import { zh } from '../text/scrutineer.zh.ts';

type Props = { readonly file: OutcomeFile; readonly projects: readonly Project[]; readonly label: string };

/** Every candidate with votes and what follows, in rank; in words, not in colour alone. Roles stand by name, as a phone shows the rows as blocks. */
export function OutcomeTable({ file, projects, label }: Props) {
  const texts = useTexts({ zh, en });
  const words: Readonly<Record<ResultRow['standing'], string>> = {
    selected: `■ ${texts.standing.selected}`,
    'key-work': `○ ${texts.standing.keyWork}`,
    tied: `◆ ${texts.standing.tied}`,
    pending: texts.standing.pending,
  };
  const titles = new Map(projects.map(({ number, title }) => [number, title]));
  const result = { ...file, counts: [...file.counts], selected: [...file.selected], tied: [...file.tied], keyWork: [...file.keyWork] };
  return (
    <table className="vote-table" role="table" aria-label={label}>
      <tbody role="rowgroup">
        {resultRows(result).map((row) => (
          <tr key={row.number} role="row">
            <td role="cell" className="vote-rank">{row.rank}</td>
            <td role="cell" className="vote-title">
              {row.number}. {titles.get(row.number) ?? ''}
            </td>
            <td role="cell" className="number">
              {row.votes} {texts.votes}
            </td>
            <td role="cell" className={`standing-${row.standing}`}>{words[row.standing]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
