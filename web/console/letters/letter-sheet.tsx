import { deskCode, printedCode, scannedCode } from '#shared/ballot-paper/secret-code.ts';
import { RehearsalBand } from '#web/components/rehearsal-band.tsx';
import { deskTexts } from '#web/text/console.desk.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import type { Letter, LetterBatch } from './letter-batch.ts';
import { QrCode } from '#web/components/qr-code.tsx';

/** One A4 page in three parts: the outside for the desk; the secret and its explanation, folded onto each other. */
export function LetterSheet({ letter, kind }: { readonly letter: Letter; readonly kind: LetterBatch['kind'] }) {
  return (
    <article className="letter">
      <RehearsalBand rehearsal={kind === 'rehearsal'} />
      <Outside letter={letter} />
      <Inside letter={letter} kind={kind} />
    </article>
  );
}

function Outside({ letter: { delegate } }: { readonly letter: Letter }) {
  const texts = useTexts(deskTexts).letters.paper;
  const { congressId, day } = useConsole();
  const booth = `${window.location.origin}/b/${congressId}`;
  return (
    <section className="letter-part">
      <header>
        <h1>
          {texts.title} · {texts.step1}
        </h1>
        <p>{day.congress.title}</p>
      </header>
      <p className="letter-name">
        {delegate.name}　{texts.number} {delegate.number}　{delegate.delegation}
      </p>
      <div className="letter-codes">
        <figure>
          <QrCode text={deskCode(delegate.number)} name={deskCode(delegate.number)} />
          <figcaption>
            {texts.step1What}
            <br />
            <code>{deskCode(delegate.number)}</code>
          </figcaption>
        </figure>
        <figure>
          <QrCode text={booth} name={booth} />
          <figcaption>
            {texts.booth}
            <br />
            <code>{booth}</code>
          </figcaption>
        </figure>
      </div>
    </section>
  );
}

function Inside({ letter, kind }: { readonly letter: Letter; readonly kind: LetterBatch['kind'] }) {
  const texts = useTexts(deskTexts).letters.paper;
  return (
    <>
      <section className="letter-part">
        <h1>
          {texts.step2} <small>{texts.inside}</small>
        </h1>
        <div className="letter-codes">
          <figure>
            <QrCode text={scannedCode(letter.secret, kind)} name={texts.step2} />
          </figure>
          <p className="letter-secret">{printedCode(letter.secret, kind)}</p>
        </div>
        <p>{texts.step2What}</p>
      </section>
      <section className="letter-part letter-fold">
        <p className="letter-fold-note">{texts.fold}</p>
        <p className="letter-name">{texts.noProxy}</p>
        <p>{texts.keep}</p>
      </section>
    </>
  );
}
