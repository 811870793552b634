import { Button, Input } from 'antd';
import { useState } from 'react';
import { frameTexts } from '#web/text/console.frame.ts';
import { prepareTexts } from '#web/text/console.prepare.ts';
import { useTexts } from '#web/text/language.ts';
import { LocalOriginNotice } from '../local-origin-notice.tsx';
import { usePublicOrigin } from '../public-origin.ts';

export type Invitation = { readonly name: string; readonly invitation: string };

/** A one-time link in full, shown once, to hand over as text. It stays in this page's memory only. */
export function InvitationSlip({ invitation, onDone }: { readonly invitation: Invitation; readonly onDone: () => void }) {
  const texts = useTexts(prepareTexts).scrutineers;
  const frame = useTexts(frameTexts);
  const [copied, setCopied] = useState(false);
  // After the # : what stands there is never sent to a server, nor written into any log.
  const link = `${usePublicOrigin()}/enrol#${invitation.invitation}`;
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
  return (
    <section className="notice" aria-label={texts.invitation}>
      <h2>{texts.invitation}</h2>
      <p>{texts.invitationWhat(invitation.name)}</p>
      <LocalOriginNotice />
      <Input.TextArea readOnly autoSize value={link} aria-label={`${texts.invitation} ${invitation.name}`} onFocus={(event) => event.target.select()} />
      <div className="row">
        <Button onClick={onDone}>{texts.invitationKept}</Button>
        <Button type="primary" onClick={() => void copy()}>
          {texts.copyInvitation}
        </Button>
        {copied ? <span role="status">{frame.copied}</span> : null}
      </div>
    </section>
  );
}
