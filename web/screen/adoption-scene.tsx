import type { ScreenView } from '#shared/contract/publication.ts';
import type { ScreenTexts } from '../text/screen.zh.ts';

type Adoption = ScreenView['adoptions'][number];
type Props = {
  readonly method: Adoption | null;
  readonly scrutineers: Adoption | null;
  readonly view: ScreenView;
  readonly texts: ScreenTexts;
};

/** First the method, then the scrutineers with the key codes that are read out. */
export function AdoptionScene({ method, scrutineers, view, texts }: Props) {
  return (
    <div className="adoption">
      <Votes name={texts.adoption.method} adoption={method} texts={texts} />
      <Votes name={texts.adoption.scrutineers} adoption={scrutineers} texts={texts} />
      <ul className="adoption-scrutineers">
        {view.scrutineers.map(({ name, chief, keyCode }) => (
          <li key={name}>
            <span>{chief ? texts.adoption.chief : texts.adoption.scrutineer}</span>
            <strong>{name}</strong>
            <span>{keyCode === null ? texts.adoption.noKey : `${texts.adoption.keyCode} `}{keyCode === null ? null : <code>{keyCode}</code>}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Votes({ name, adoption, texts }: { readonly name: string; readonly adoption: Adoption | null; readonly texts: ScreenTexts }) {
  const words = texts.adoption;
  return (
    <p className="adoption-votes">
      <strong>{name}</strong>
      {adoption === null ? (
        <span>{words.waiting}</span>
      ) : (
        <>
          <span>{words.votes(adoption.votesFor, adoption.votesAgainst, adoption.votesAbstain)}</span>
          <em>{adoption.carried ? `✓ ${words.carried}` : words.notCarried}</em>
        </>
      )}
    </p>
  );
}
