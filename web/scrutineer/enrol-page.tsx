import './scrutineer.css';
import { useState } from 'react';
import { enrolmentOffer } from '#shared/contract/account.ts';
import type { Answer } from '#shared/contract/endpoint.ts';
import type { Refusal } from '#shared/error-code.ts';
import { browserPlatform } from '#shared/ballot-paper/platform-browser.ts';
import { makeSecret } from '#shared/ballot-paper/secret-code.ts';
import { type CallError, call } from '../api/client.ts';
import { AppearanceSwitch } from '../components/appearance-switch.tsx';
import { LanguageSwitch } from '../components/language-switch.tsx';
import { RefusalLine } from '../components/refusal-line.tsx';
import { RehearsalBand } from '../components/rehearsal-band.tsx';
import { useTexts } from '../text/language.ts';
import { en } from '../text/scrutineer.en.ts';
import { zh } from '../text/scrutineer.zh.ts';
import { Card } from './card.tsx';
import { EnrolSheet } from './enrol-sheet.tsx';
import { takeInvitation, readInvitation } from './invitation.ts';
import { type Keys, keysOf } from './keys.ts';
import { wasKeyMadeHere } from './root-store.ts';

export type Offer = Answer<typeof enrolmentOffer>;

/** A scrutineer makes keys on their own device, prints the sheet, proves that it exists, and hands in the public part. */
export default function EnrolPage() {
  const texts = useTexts({ zh, en }).enrol;
  const [invitation, setInvitation] = useState(takeInvitation);
  const [offer, setOffer] = useState<Offer | null>(null);
  const [keys, setKeys] = useState<Keys | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CallError | Refusal | null>(null);

  const open = async () => {
    setBusy(true);
    setRefusal(null);
    const answer = await call(enrolmentOffer, { body: { invitation: readInvitation(invitation) } });
    setBusy(false);
    if (answer.ok) setOffer(answer.value);
    else setRefusal(answer.error);
  };
  const make = async (of: Offer) => {
    setBusy(true);
    const platform = await browserPlatform();
    setKeys(await keysOf(platform, of.congressId, makeSecret(platform)));
    setBusy(false);
  };

  return (
    <div className="scrutineer">
      <RehearsalBand rehearsal={offer?.rehearsal ?? false} />
      <header className="scrutineer-header">
        <span>{offer?.title ?? ''}</span>
        <span className="page-tools">
          <AppearanceSwitch />
          <LanguageSwitch />
        </span>
      </header>
      <main>
        {offer === null ? (
          <Card title={texts.title}>
            <form
              onSubmit={(event) => {
                event.preventDefault();
                void open();
              }}
            >
              <p>{texts.invitationText}</p>
              <label className="field">
                <span>{texts.invitation}</span>
                <input autoComplete="off" spellCheck={false} value={invitation} onChange={(event) => setInvitation(event.target.value)} />
              </label>
              <RefusalLine refusal={refusal} />
              <button type="submit" className="button" disabled={busy || readInvitation(invitation).length < 20}>
                {texts.readInvitation}
              </button>
            </form>
          </Card>
        ) : keys === null ? (
          <Explain offer={offer} busy={busy} onMake={() => void make(offer)} />
        ) : (
          <EnrolSheet invitation={readInvitation(invitation)} offer={offer} keys={keys} />
        )}
      </main>
    </div>
  );
}

function Explain({ offer, busy, onMake }: { readonly offer: Offer; readonly busy: boolean; readonly onMake: () => void }) {
  const texts = useTexts({ zh, en }).enrol;
  const refused = !offer.rehearsal && wasKeyMadeHere(offer.congressId);
  return (
    <Card title={texts.title}>
      <p>
        <strong>{texts.who(offer.name, offer.chief, offer.title)}</strong>
      </p>
      <ol>
        {texts.explain.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      {refused ? <p className="notice" role="alert">{texts.madeHere}</p> : null}
      <button type="button" className="button" disabled={busy || refused} onClick={onMake}>
        {texts.make}
      </button>
    </Card>
  );
}
