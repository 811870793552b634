import type { OutcomeFile } from '#shared/ballot-paper/outcome-file.ts';
import type { Project } from '#shared/contract/congress.ts';
import { type ResultRow, resultRows } from '../screen/result-rows.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/scrutineer.en.ts';
import { zh } from '../text/scrutineer.zh.ts';

type Props = { readonly file: OutcomeFile; readonly projects: readonly Project[]; readonly label: string };

/** Every candidate with votes and what follows, in rank; in words, not in colour alone. */
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
    <table className="vote-table" aria-label={label}>
      <tbody>
        {resultRows(result).map((row) => (
          <tr key={row.number}>
            <td>{row.rank}</td>
            <td>
              {row.number}. {titles.get(row.number) ?? ''}
            </td>
            <td className="number">
              {row.votes} {texts.votes}
            </td>
            <td className={`standing-${row.standing}`}>{words[row.standing]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
