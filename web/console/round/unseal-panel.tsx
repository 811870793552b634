import type { RoundDetail } from '#shared/contract/round.ts';
import { roundTexts } from '#web/text/console.round.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { VoidRuling } from './void-ruling.tsx';

/** Opening happens on the scrutineers' devices; the console only says how far they are. */
export function UnsealPanel({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts(roundTexts).unseal;
  const { day } = useConsole();
  const seated = day.scrutineers.flatMap((one) => (one.position === null ? [] : [{ name: one.name, position: one.position }]));
  const namesOf = (positions: readonly number[]) =>
    seated.filter((one) => positions.includes(one.position)).map((one) => one.name).join('、');
  return (
    <section className="panel">
      <p>{texts.what}</p>
      <table className="ledger" aria-label={texts.keys}>
        <tbody>
          {seated.map((one) => (
            <tr key={one.position}>
              <th scope="row">{one.name}</th>
              <td>{round.released.includes(one.position) ? texts.handed : texts.notHanded}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{texts.openingSet}</th>
            <td>{round.openingSet === null ? texts.notYet : namesOf(round.openingSet)}</td>
          </tr>
          <tr>
            <th scope="row">{texts.board}</th>
            <td>{round.board === null ? (round.openingSet === null ? texts.notYet : texts.opening) : namesOf(round.board.signedBy.slice(0, 1))}</td>
          </tr>
          <tr>
            <th scope="row">{texts.second}</th>
            <td>{round.board === null || round.board.signedBy.length < 2 ? texts.notYet : namesOf(round.board.signedBy.slice(1))}</td>
          </tr>
        </tbody>
      </table>
      {round.board === null ? null : (
        <p className="quiet">
          {texts.boardHash} <code>{round.board.hash.slice(0, 16)}</code>
        </p>
      )}
      <VoidRuling round={round} />
    </section>
  );
}
