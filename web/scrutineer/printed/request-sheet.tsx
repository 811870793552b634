import { useState } from 'react';
import { fromBase64url, toBase64url } from '#shared/ballot-paper/base64url.ts';
import { paperOutMessage, reissueMessage } from '#shared/ballot-paper/printed.ts';
import { type PrintedView, declineRequest, signRequest } from '#shared/contract/printed.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import { call } from '#web/api/client.ts';
import { PrintedSheet } from '#web/components/printed/printed-sheet.tsx';
import { type PrintedDesk, usePrintedAct } from '#web/components/printed/use-printed.ts';
import { RefusalLine } from '#web/components/refusal-line.tsx';
import { useTexts } from '#web/text/language.ts';
import { en } from '#web/text/printed.en.ts';
import { zh } from '#web/text/printed.zh.ts';
import { type Desk, useDesk } from '../desk-context.ts';
import { signedManifest } from './stamp-ballots.ts';

type Request = PrintedView['requests'][number];

/** One request of the clerk on the chief's page: what is vouched for, sign, or say why not. */
export function RequestSheet({ desk, round, request }: { readonly desk: PrintedDesk; readonly round: RoundDetail; readonly request: Request }) {
  const texts = useTexts({ zh, en }).requests;
  const scrutineer = useDesk();
  const [reason, setReason] = useState('');
  const { act, busy, refusal } = usePrintedAct(desk.refetch);
  const params = { roundId: round.id, requestId: request.id };
  return (
    <PrintedSheet title={texts.line(texts.kinds[request.kind], request.delegateNumber, request.name)} vouch={texts.vouch[request.kind]}>
      {request.reason === null ? null : <p>{texts.reason(request.reason)}</p>}
      <p className="quiet">{texts.by(request.requestedBy)}</p>
      <RefusalLine refusal={refusal} />
      <button type="button" className="button" disabled={busy} onClick={() => void act(() => sign(scrutineer, round, request))}>
        {texts.sign(request.name)}
      </button>
      <details>
        <summary>{texts.decline}</summary>
        <label className="field">
          <span>{texts.declineReason}</span>
          <textarea rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        <button
          type="button"
          className="button button-quiet"
          disabled={busy || reason.trim() === ''}
          onClick={() => void act(() => call(declineRequest, { params, body: { reason } }, scrutineer.token))}
        >
          {texts.declineAct(request.name)}
        </button>
      </details>
    </PrintedSheet>
  );
}

async function sign({ keys, token }: Desk, round: RoundDetail, { id, no, pk }: Request) {
  const found = await signedManifest(round);
  if (!found.ok) return found;
  const message = pk === null ? paperOutMessage(found.mh, no) : reissueMessage(found.mh, no, fromBase64url(pk, 32) ?? new Uint8Array());
  const sig = toBase64url(await keys.platform.ed25519Sign(keys.sign.seed, message));
  return call(signRequest, { params: { roundId: round.id, requestId: id }, body: { sig } }, token);
}
