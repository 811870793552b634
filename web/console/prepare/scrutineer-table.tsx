import { type Scrutineer, dismissScrutineer, inviteAgain } from '#shared/contract/scrutineer.ts';
import { prepareTexts } from '#web/text/console.prepare.ts';
import { useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole } from '../console-context.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { byStrokes } from '../table/find-rows.ts';
import { SearchTable } from '../table/search-table.tsx';
import { useAct } from '../use-act.ts';
import type { Invitation } from './invitation-slip.tsx';

/** Those named, with key codes; a new invitation for one who has no key yet, dismissal while preparing. */
export function ScrutineerTable({ onInvite }: { readonly onInvite: (invitation: Invitation) => void }) {
  const texts = useTexts(prepareTexts).scrutineers;
  const { congressId, day } = useConsole();
  const inviting = useAct(inviteAgain);
  const dismissing = useAct(dismissScrutineer);
  const preparing = day.congress.state === 'preparing';
  const invite = async (one: Scrutineer) => {
    const result = await inviting.act({ params: { congressId, scrutineerId: one.id } });
    if (result?.ok === true) onInvite({ name: one.name, invitation: result.value.invitation });
  };
  const acts = (one: Scrutineer) => (
    <span className="row">
      {one.enrolled ? null : (
        <ConfirmedAct quiet label={texts.againShort} name={texts.again(one.name)} says={texts.againConfirm} yes={texts.againYes} busy={inviting.busy} onYes={() => invite(one)} />
      )}
      <ConfirmedAct
        quiet
        label={texts.dismissShort}
        name={texts.dismiss(one.name)}
        says={texts.dismissConfirm(one.name)}
        yes={texts.dismissYes}
        busy={dismissing.busy}
        onYes={() => dismissing.act({ params: { congressId, scrutineerId: one.id } })}
      />
    </span>
  );
  return (
    <>
      <SearchTable
        name={texts.named}
        rows={day.scrutineers}
        keyOf={(one) => one.id}
        nameOf={(one) => one.name}
        textOf={(one) => [one.delegateNumber, one.name, one.keyCode ?? '']}
        empty={texts.none}
        columns={[
          { title: texts.position, dataIndex: 'position', responsive: ['sm'], render: (_, one) => one.position ?? '—' },
          { title: texts.title, dataIndex: 'name', sorter: (a, b) => byStrokes(a.name, b.name), render: (_, one) => `${one.delegateNumber} ${one.name}` },
          { title: texts.as, key: 'as', render: (_, one) => (one.chief ? texts.chief : one.alternate ? texts.alternate : texts.other) },
          { title: texts.keyCode, dataIndex: 'keyCode', render: (_, one) => (one.keyCode === null ? texts.noKey : <code>{one.keyCode}</code>) },
          ...(preparing ? [{ title: texts.acts, key: 'acts', render: (_: unknown, one: Scrutineer) => acts(one) }] : []),
        ]}
      />
      <RefusalNotice refusal={inviting.refusal ?? dismissing.refusal} />
    </>
  );
}
