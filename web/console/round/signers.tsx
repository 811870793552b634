import { roundTexts } from '#web/text/console.round.ts';
import { useTexts } from '#web/text/language.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import { useConsole } from '../console-context.ts';
import { StepMark } from '../step-mark.tsx';

type Props = {
  /** Numbers on the manifest of those who signed. */
  readonly signedBy: readonly number[];
  readonly need: number;
  readonly declines?: readonly RoundDetail['declines'][number][];
};

/** Who has signed a file and who has not, by name; a decline with its reason. */
export function Signers({ signedBy, need, declines = [] }: Props) {
  const { signers: texts, colon } = useTexts(roundTexts);
  const { day } = useConsole();
  const seated = day.scrutineers.flatMap((one) => (one.position === null ? [] : [{ ...one, position: one.position }]));
  return (
    <section className="signers" aria-label={texts.title}>
      <h2>
        {texts.title}{colon}{texts.of(signedBy.length, need)}
      </h2>
      <ul>
        {seated
          .toSorted((a, b) => a.position - b.position)
          .map((one) => (
            <li key={one.id} className={signedBy.includes(one.position) ? 'signed' : 'unsigned'}>
              <StepMark mark={signedBy.includes(one.position) ? 'sealed' : 'to-come'} />
              <span>
                {one.name}
                {one.chief ? `（${texts.chief}）` : ''}
              </span>{' '}
              <span className="signer-state">{stateOf(one.position)}</span>
            </li>
          ))}
      </ul>
    </section>
  );

  function stateOf(position: number): string {
    if (signedBy.includes(position)) return texts.signed;
    const declined = declines.find((one) => one.position === position);
    return declined === undefined ? texts.not : texts.declined(declined.reason);
  }
}
