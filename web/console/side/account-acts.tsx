import { Button } from 'antd';
import { useState } from 'react';
import { changeAccount, makeAccountLink } from '#shared/contract/account.ts';
import type { AccountView } from '#shared/contract/account.ts';
import { accountTexts } from '#web/text/console.account.ts';
import { useLanguage, useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole } from '../console-context.ts';
import { usePublicOrigin } from '../public-origin.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { useAct } from '../use-act.ts';

/** What a clerk may do with an account: close it and open it again, or hand its person a link for a new password. */
export function AccountActs({ account }: { readonly account: AccountView }) {
  const texts = useTexts(accountTexts);
  const { congressId } = useConsole();
  const params = { congressId, accountId: account.id };
  const changing = useAct(changeAccount);
  if (account.closed) {
    return (
      <>
        <Button loading={changing.busy} aria-label={texts.reopenName(account.name)} onClick={() => void changing.act({ params, body: { closed: false } })}>
          {texts.reopen}
        </Button>
        <RefusalNotice refusal={changing.refusal} />
      </>
    );
  }
  return (
    <div className="row">
      <PasswordLink account={account} />
      <ConfirmedAct
        quiet label={texts.close} name={texts.closeName(account.name)} says={texts.closeSays(account.name)} yes={texts.closeYes} busy={changing.busy}
        onYes={() => changing.act({ params, body: { closed: true } })}
      />
      <RefusalNotice refusal={changing.refusal} />
    </div>
  );
}

function PasswordLink({ account }: { readonly account: AccountView }) {
  const texts = useTexts(accountTexts);
  const { language } = useLanguage();
  const { congressId } = useConsole();
  const origin = usePublicOrigin();
  const { act, busy, refusal } = useAct(makeAccountLink);
  const [link, setLink] = useState<{ address: string; until: string } | null>(null);
  const make = async () => {
    const made = await act({ params: { congressId, accountId: account.id } });
    if (made?.ok !== true) return;
    setLink({ address: `${origin}/account#${made.value.token}`, until: new Date(made.value.expiresAt).toLocaleString(language) });
  };
  if (link !== null) {
    return (
      <div className="notice" role="status">
        <p>{texts.linkMade(account.name, link.until)}</p>
        <p><code className="one-time-link">{link.address}</code></p>
        <div className="row">
          <Button onClick={() => void navigator.clipboard.writeText(link.address)}>{texts.copy}</Button>
          <Button onClick={() => setLink(null)}>{texts.done}</Button>
        </div>
      </div>
    );
  }
  return (
    <>
      <ConfirmedAct quiet label={texts.link} name={texts.linkName(account.name)} says={texts.linkSays(account.name)} yes={texts.linkYes} busy={busy} onYes={make} />
      <RefusalNotice refusal={refusal} />
    </>
  );
}
