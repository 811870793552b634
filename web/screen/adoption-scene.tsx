import type { ScreenView } from '#shared/contract/publication.ts';
import type { ScreenTexts } from '../text/screen.zh.ts';
import { LargeNumbers } from './large-numbers.tsx';
import type { Adoption } from './screen-scene.ts';

type Props = {
  readonly method: Adoption | null;
  readonly scrutineers: Adoption | null;
  readonly view: ScreenView;
  readonly texts: ScreenTexts;
};

/** More scrutineers than these stand closer together. */
const FEW = 4;

/** First the method, then the scrutineers with the key codes that are read out; the latest show of hands is large. */
export function AdoptionScene({ method, scrutineers, view, texts }: Props) {
  const latest = scrutineers ?? method;
  return (
    <div className="adoption">
      <ul className="adoption-states">
        <AdoptionState name={texts.adoption.method} adoption={method} large={latest === method} texts={texts} />
        <AdoptionState name={texts.adoption.scrutineers} adoption={scrutineers} large={latest === scrutineers} texts={texts} />
      </ul>
      {latest === null ? null : <Votes adoption={latest} texts={texts} />}
      <ul className={view.scrutineers.length > FEW ? 'adoption-scrutineers adoption-many' : 'adoption-scrutineers'}>
        {view.scrutineers.map(({ name, chief, keyCode }) => (
          <li key={name}>
            <span>{chief ? texts.adoption.chief : texts.adoption.scrutineer}</span>
            <strong>{name}</strong>
            {keyCode === null ? (
              <span>{texts.adoption.noKey}</span>
            ) : (
              <span>
                <span className="key-code-name">{texts.adoption.keyCode}</span> <code>{keyCode}</code>
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

type StateProps = { readonly name: string; readonly adoption: Adoption | null; readonly large: boolean; readonly texts: ScreenTexts };

/** Whether it is carried; the numbers too where they do not stand large below. */
function AdoptionState({ name, adoption, large, texts }: StateProps) {
  const words = texts.adoption;
  const state = adoption === null ? 'waiting' : adoption.carried ? 'carried' : 'not-carried';
  return (
    <li className={`adoption-${state}`}>
      <span aria-hidden="true">{{ waiting: '○', carried: '✓', 'not-carried': '—' }[state]}</span> {name}
      {adoption === null || large ? null : <small>{words.votes(adoption.votesFor, adoption.votesAgainst, adoption.votesAbstain)}</small>}
      <strong>{{ waiting: words.waiting, carried: words.carried, 'not-carried': words.notCarried }[state]}</strong>
    </li>
  );
}

function Votes({ adoption, texts }: { readonly adoption: Adoption; readonly texts: ScreenTexts }) {
  const words = texts.adoption;
  return (
    <LargeNumbers
      beside={false}
      numbers={[
        { label: words.votesFor, value: adoption.votesFor, unit: texts.people },
        { label: words.votesAgainst, value: adoption.votesAgainst, unit: texts.people },
        { label: words.votesAbstain, value: adoption.votesAbstain, unit: texts.people },
      ]}
    />
  );
}
