import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { keyCode } from '#shared/ballot-paper/scrutineer.ts';
import { type RoundDetail, readManifest, readRoll } from '#shared/contract/round.ts';
import { type CallError, call } from '../../api/client.ts';
import { Fingerprint } from '../../components/fingerprint.tsx';
import { RefusalLine } from '../../components/refusal-line.tsx';
import { useTexts } from '../../text/language.ts';
import { en } from '../../text/scrutineer.en.ts';
import { zh } from '../../text/scrutineer.zh.ts';
import { Card } from '../card.tsx';
import { CheckList } from '../check-list.tsx';
import { type Desk, useDesk } from '../desk-context.ts';
import { Figures } from '../figures.tsx';
import { type CheckedManifest, checkManifestForMe } from '../manifest-checks.ts';
import { signFiles } from '../sign-files.ts';
import { useDeskAct } from '../use-desk-act.ts';

type Loaded =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly checked: CheckedManifest | null }
  | { readonly ok: false; readonly error: CallError };

/** The manifest of the round: checked by this browser, its fingerprint compared with the hall screen, then signed. */
export function ManifestCard({ round }: { readonly round: RoundDetail }) {
  const all = useTexts({ zh, en });
  const texts = all.manifest;
  const desk = useDesk();
  const loaded = useQuery({ queryKey: ['scrutineer', 'manifest', round.id, round.manifest?.hash], queryFn: () => load(desk, round) });
  if (loaded.data === undefined) return <Card title={texts.title(round.number)} vouch={texts.vouch}><p role="status">{texts.loading}</p></Card>;
  if (!loaded.data.ok) {
    return (
      <Card title={texts.title(round.number)} vouch={texts.vouch}>
        <RefusalLine refusal={loaded.data.error} />
        <button type="button" className="button" onClick={() => void loaded.refetch()}>
          {all.again}
        </button>
      </Card>
    );
  }
  const { bytes, checked } = loaded.data;
  return (
    <Card title={texts.title(round.number)} vouch={texts.vouch}>
      {checked === null ? <p className="notice" role="alert">{texts.unreadable}</p> : <Checked key={checked.fingerprint} round={round} bytes={bytes} checked={checked} />}
    </Card>
  );
}

async function load(desk: Desk, round: RoundDetail): Promise<Loaded> {
  const params = { roundId: round.id };
  const [bytes, roll] = await Promise.all([call(readManifest, { params }), call(readRoll, { params }, desk.token)]);
  if (!bytes.ok) return bytes;
  if (!roll.ok) return roll;
  return { ok: true, bytes: bytes.value, checked: await checkManifestForMe({ bytes: bytes.value, roll: roll.value, round, desk }) };
}

function Checked({ round, bytes, checked }: { readonly round: RoundDetail; readonly bytes: Uint8Array; readonly checked: CheckedManifest }) {
  const texts = useTexts({ zh, en }).manifest;
  const desk = useDesk();
  const { act, busy, refusal } = useDeskAct();
  const [compared, setCompared] = useState(false);
  const { manifest, checks } = checked;
  const good = checks.every(({ ok }) => ok);
  return (
    <>
      <Figures
        figures={[
          { label: texts.places, value: texts.placesOf(manifest.rule.max, manifest.options.length) },
          { label: texts.rule, value: texts.ruleText(manifest.rule.min, manifest.rule.max, manifest.rule.abstain) },
          { label: texts.summoned, value: manifest.summoned },
          { label: texts.threshold, value: texts.thresholdText(manifest.t, manifest.scrutineers.length) },
        ]}
      />
      <h2>{texts.options}</h2>
      <ul className="plain-list">
        {manifest.options.map(({ number, title }) => (
          <li key={number}>
            {number}. {title}
          </li>
        ))}
      </ul>
      <h2>{texts.keyCodes}</h2>
      <ul className="plain-list">
        {manifest.scrutineers.map(({ i, name, sign }) => (
          <li key={i}>
            {i}. {name} <code>{keyCode(sign)}</code>
            {i === desk.me.position ? ` ${texts.mine}` : ''}
          </li>
        ))}
      </ul>
      <CheckList label={texts.checks} checks={checks.map(({ name, ok }) => ({ name: texts.checkNames[name], ok }))} />
      <p className="large-fingerprint">
        <Fingerprint characters={checked.fingerprint} />
      </p>
      {good ? (
        <>
          <label className="tick">
            <input type="checkbox" checked={compared} onChange={(event) => setCompared(event.target.checked)} /> {texts.compared}
          </label>
          <RefusalLine refusal={refusal} />
          <button
            type="button"
            className="button"
            disabled={busy || !compared}
            onClick={() => void act(() => signFiles(desk, round.id, [{ file: 'manifest', bytes }]))}
          >
            {texts.act}
          </button>
        </>
      ) : (
        <p className="notice" role="alert">
          {texts.doNotSign}
        </p>
      )}
    </>
  );
}
