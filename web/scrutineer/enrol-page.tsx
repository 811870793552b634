import './scrutineer.css';
import { useEffect, useEffectEvent, useState } from 'react';
import { enrolmentOffer } from '#shared/contract/account.ts';
import type { Answer } from '#shared/contract/endpoint.ts';
import type { Refusal } from '#shared/error-code.ts';
import { browserPlatform } from '#shared/ballot-paper/platform-browser.ts';
import { makeSecret, readCode, scannedCode } from '#shared/ballot-paper/secret-code.ts';
import { type CallError, type CallResult, call } from '../api/client.ts';
import { AppearanceSwitch } from '../components/appearance-switch.tsx';
import { LanguageSwitch } from '../components/language-switch.tsx';
import { RefusalLine } from '../components/refusal-line.tsx';
import { RehearsalBand } from '../components/rehearsal-band.tsx';
import { useTexts } from '../text/language.ts';
import { en } from '../text/enrol.en.ts';
import { zh } from '../text/enrol.zh.ts';
import { Card } from './card.tsx';
import { keepDraft, readDraft } from './enrol-draft.ts';
import { EnrolSheet } from './enrol-sheet.tsx';
import { clearAddress, invitationOfAddress, readInvitation } from './invitation.ts';
import { type Keys, keysOf } from './keys.ts';
import { wasKeyMadeHere } from './root-store.ts';
import { useStepName } from './use-step-name.ts';

export type Offer = Answer<typeof enrolmentOffer>;

/** A scrutineer makes keys on their own device, prints the sheet, proves that it exists, and hands in the public part. */
export default function EnrolPage() {
  const [invitation, setInvitation] = useState(() => invitationOfAddress() || (readDraft()?.invitation ?? ''));
  const [offer, setOffer] = useState<Offer | null>(null);
  const [keys, setKeys] = useState<Keys | null>(null);
  // With a draft of this tab the page begins by opening its invitation again.
  const [busy, setBusy] = useState(() => isDrafted(invitation));
  const [refusal, setRefusal] = useState<CallError | Refusal | null>(null);

  const show = ({ offered, drafted }: Opened) => {
    if (offered.ok) {
      setKeys(drafted);
      setOffer(offered.value);
    } else setRefusal(offered.error);
    setBusy(false);
  };
  const open = () => {
    setBusy(true);
    setRefusal(null);
    void openInvitation(readInvitation(invitation)).then(show);
  };
  const make = async (of: Offer) => {
    setBusy(true);
    const platform = await browserPlatform();
    const root = makeSecret(platform);
    keepDraft({ invitation: readInvitation(invitation), code: scannedCode(root, of.rehearsal ? 'rehearsal' : 'real'), proving: false });
    setKeys(await keysOf(platform, of.congressId, root));
    setBusy(false);
  };
  // A reload in the middle goes on where it was, with the key that may be on paper already.
  const goOn = useEffectEvent(() => {
    if (isDrafted(invitation)) void openInvitation(readInvitation(invitation)).then(show);
  });
  useEffect(() => {
    clearAddress();
    goOn();
  }, []);

  return (
    <div className="scrutineer">
      <header>
        <RehearsalBand rehearsal={offer?.rehearsal ?? false} />
        <div className="scrutineer-header">
          <strong>{offer?.title ?? ''}</strong>
          <span className="page-tools">
            <AppearanceSwitch />
            <LanguageSwitch />
          </span>
        </div>
      </header>
      <main>
        {offer === null ? (
          <OpenInvitation invitation={invitation} busy={busy} refusal={refusal} onType={setInvitation} onOpen={open} />
        ) : keys === null ? (
          <Explain offer={offer} busy={busy} onMake={() => void make(offer)} />
        ) : (
          <EnrolSheet invitation={readInvitation(invitation)} offer={offer} keys={keys} />
        )}
      </main>
    </div>
  );
}

type Opened = { readonly offered: CallResult<Offer>; readonly drafted: Keys | null };

async function openInvitation(invitation: string): Promise<Opened> {
  const offered = await call(enrolmentOffer, { body: { invitation } });
  return { offered, drafted: offered.ok ? await keysOfDraft(offered.value, invitation) : null };
}

function isDrafted(invitation: string): boolean {
  return invitation !== '' && readDraft()?.invitation === readInvitation(invitation);
}

/** The key that this tab was making with this invitation, or null. */
async function keysOfDraft(offer: Offer, invitation: string): Promise<Keys | null> {
  const draft = readDraft();
  const code = draft?.invitation === invitation ? readCode(draft.code) : null;
  return code?.ok === true ? keysOf(await browserPlatform(), offer.congressId, code.secret) : null;
}

type OpenProps = {
  readonly invitation: string;
  readonly busy: boolean;
  readonly refusal: CallError | Refusal | null;
  readonly onType: (text: string) => void;
  readonly onOpen: () => void;
};

function OpenInvitation({ invitation, busy, refusal, onType, onOpen }: OpenProps) {
  const texts = useTexts({ zh, en });
  const step = useStepName();
  return (
    <Card title={texts.title} over={step(1)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onOpen();
        }}
      >
        <p>{texts.invitationText}</p>
        <label className="field">
          <span>{texts.invitation}</span>
          <input autoComplete="off" spellCheck={false} value={invitation} onChange={(event) => onType(event.target.value)} />
        </label>
        <RefusalLine refusal={refusal} />
        <p className="card-acts">
          <button type="submit" className="button" disabled={busy || readInvitation(invitation).length < 20}>
            {texts.readInvitation}
          </button>
        </p>
      </form>
    </Card>
  );
}

function Explain({ offer, busy, onMake }: { readonly offer: Offer; readonly busy: boolean; readonly onMake: () => void }) {
  const texts = useTexts({ zh, en });
  const step = useStepName();
  const refused = !offer.rehearsal && wasKeyMadeHere(offer.congressId);
  return (
    <Card key="explain" title={texts.title} over={step(2)} vouch={texts.who(offer.name, offer.chief, offer.title)}>
      <ol className="explain">
        {texts.explain.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      {refused ? <p className="notice" role="alert">{texts.madeHere}</p> : null}
      <p className="card-acts">
        <button type="button" className="button" disabled={busy || refused} onClick={onMake}>
          {busy ? texts.making : texts.make}
        </button>
      </p>
    </Card>
  );
}
