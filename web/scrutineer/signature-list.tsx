import type { Declinable, RoundDetail } from '#shared/contract/round.ts';
import { BOARD_SIGNERS } from '#shared/domain/round-gates.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/scrutineer.en.ts';
import { zh } from '../text/scrutineer.zh.ts';
import { clockTime } from './clock-time.ts';
import { useDesk } from './desk-context.ts';

type Line = { readonly position: number; readonly name: string; readonly chief: boolean; readonly said: string; readonly open: boolean };

/** Who signed a file and when, who declined and why, and for whom the round waits. */
export function SignatureList({ round, file }: { readonly round: RoundDetail; readonly file: Declinable }) {
  const texts = useTexts({ zh, en });
  const words = texts.signers;
  const signed = round.signatures.filter((one) => one.file === file);
  const said = (position: number): Pick<Line, 'said' | 'open'> => {
    const mine = signed.find((one) => one.position === position);
    if (mine !== undefined) return { said: words.signed(clockTime(mine.at)), open: false };
    const declined = round.declines.find((one) => one.gate === file && one.position === position);
    return declined === undefined ? { said: words.not, open: true } : { said: words.declined(declined.reason), open: false };
  };
  const needed = file === 'board' ? BOARD_SIGNERS : round.threshold.t;
  const count = file === 'count' || file === 'outcome' ? words.of(signed.length, needed) : words.ofAny(signed.length, needed);
  return <People title={words.title(texts.gates[file])} count={count} said={said} />;
}

/** Whose keys of the round are there. */
export function ReleaseList({ round }: { readonly round: RoundDetail }) {
  const words = useTexts({ zh, en }).signers;
  const said = (position: number) => {
    const there = round.released.includes(position);
    return { said: there ? words.released : words.notReleased, open: !there };
  };
  return <People title={words.releaseTitle} count={words.releaseOf(round.released.length, round.threshold.t)} said={said} />;
}

type PeopleProps = { readonly title: string; readonly count: string; readonly said: (position: number) => Pick<Line, 'said' | 'open'> };

function People({ title, count, said }: PeopleProps) {
  const words = useTexts({ zh, en }).signers;
  const { scrutineers, me } = useDesk();
  const lines: readonly Line[] = scrutineers
    .flatMap(({ position, name, chief }) => (position === null ? [] : [{ position, name, chief, ...said(position) }]))
    .toSorted((a, b) => a.position - b.position);
  const waited = lines.filter(({ open, position }) => open && position !== me.position);
  return (
    <section className="signers" aria-labelledby="signers-title">
      <h2 id="signers-title">{title}</h2>
      <p role="status">
        {count}
        {waited.length === 0 ? null : (
          <>
            <br />
            <strong>{words.waitingFor(waited.map(({ name }) => name).join('、'))}</strong>
          </>
        )}
      </p>
      <ul>
        {lines.map((line) => (
          <li key={line.position}>
            <span>
              {line.name}
              {notes(line, me.position, words)}
            </span>
            <span className={line.open ? 'quiet' : 'signer-said'}>{line.said}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function notes({ chief, position }: Line, mine: number, words: { readonly chief: string; readonly me: string }): string {
  const said = [...(chief ? [words.chief] : []), ...(position === mine ? [words.me] : [])];
  return said.length === 0 ? '' : `（${said.join('，')}）`;
}
