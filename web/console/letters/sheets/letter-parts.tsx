import { deskCode, printedCode, scannedCode } from '#shared/ballot-paper/secret-code.ts';
import type { Delegate } from '#shared/contract/roll.ts';
import { QrCode } from '#web/components/qr-code.tsx';
import { letterTexts } from '#web/text/console.letters.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../../console-context.ts';
import type { Letter, LetterBatch } from '../letter-batch.ts';
import { BarCode } from './bar-code.tsx';

/** What everyone may see: who it is for, the number for the desk, the address of the booth. No secret. */
export function Outside({ delegate }: { readonly delegate: Delegate }) {
  const texts = useTexts(letterTexts).paper;
  const { congress, boothAddress } = useConsole().day.screen;
  const number = deskCode(delegate.number);
  return (
    <section className="letter-part letter-outside">
      <header>
        <h1 className="letter-step">{texts.step1}</h1>
        <p className="letter-title">
          {congress.title}　{texts.title}
        </p>
      </header>
      <p className="letter-name">
        {delegate.name}　{texts.number} {delegate.number}　{delegate.delegation}
      </p>
      <div className="letter-codes">
        <figure className="letter-number">
          <QrCode text={number} name={number} />
          <BarCode text={number} name={`Code 128 ${number}`} />
          <figcaption>
            {texts.step1What} <code>{number}</code>
          </figcaption>
        </figure>
        <figure className="letter-booth">
          <QrCode text={boothAddress} name={boothAddress} />
          <figcaption>
            {texts.booth} <code>{boothAddress}</code>
          </figcaption>
        </figure>
      </div>
      <p className="letter-no-proxy">{texts.noProxy}</p>
    </section>
  );
}

/** The secret: as a QR code and in groups for typing. */
export function Inside({ letter, kind }: { readonly letter: Letter; readonly kind: LetterBatch['kind'] }) {
  const texts = useTexts(letterTexts).paper;
  return (
    <section className="letter-part letter-inside">
      <h1 className="letter-step">
        {texts.step2} <small>{texts.inside}</small>
      </h1>
      <div className="letter-codes">
        <figure>
          <QrCode text={scannedCode(letter.secret, kind)} name={texts.step2} />
        </figure>
        <Secret code={printedCode(letter.secret, kind)} />
      </div>
      <p>{texts.step2What}</p>
      <p className="letter-small">
        {texts.sameNumber(letter.delegate.number)}　<strong>{texts.noProxy}</strong>
      </p>
    </section>
  );
}

/** The groups are numbered, as the booth names the one to look at again; the numbers are drawn beside the code, not in it. */
function Secret({ code }: { readonly code: string }) {
  return (
    <p className="letter-secret">
      {code.split(/(?<=-)/).map((group, index) => (
        <span key={index} className="letter-group">
          {group}
        </span>
      ))}
    </p>
  );
}

/** The panel that is folded over the secret. */
export function Cover() {
  const texts = useTexts(letterTexts).paper;
  return (
    <section className="letter-part letter-cover">
      <p className="letter-fold-note">{texts.fold}</p>
      <p className="letter-name">{texts.noProxy}</p>
      <p>{texts.keep}</p>
      <p className="letter-small">{texts.backFold}</p>
    </section>
  );
}
