import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { keyCode } from '#shared/ballot-paper/scrutineer.ts';
import { type RoundDetail, readManifest, readRoll } from '#shared/contract/round.ts';
import { type CallError, call } from '../../api/client.ts';
import { RefusalLine } from '../../components/refusal-line.tsx';
import { useTexts } from '../../text/language.ts';
import { en } from '../../text/scrutineer.en.ts';
import { zh } from '../../text/scrutineer.zh.ts';
import { CheckList, Stop } from '../check-list.tsx';
import { type Desk, useDesk } from '../desk-context.ts';
import { Figures } from '../figures.tsx';
import { type Comparison, FingerprintCompare } from '../fingerprint-compare.tsx';
import { type CheckedManifest, checkManifestForMe } from '../manifest-checks.ts';
import { LookAgain } from '../look-again.tsx';
import { RoundCard } from '../round-card.tsx';
import { SignActs } from '../sign-acts.tsx';
import { signFiles } from '../sign-files.ts';

type Loaded =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly checked: CheckedManifest | null }
  | { readonly ok: false; readonly error: CallError };

/** The manifest of the round: checked by this browser, its fingerprint compared with the hall screen, then signed or declined. */
export function ManifestCard({ round }: { readonly round: RoundDetail }) {
  const texts = useTexts({ zh, en }).manifest;
  const desk = useDesk();
  const loaded = useQuery({ queryKey: ['scrutineer', 'manifest', round.id, round.manifest?.hash], queryFn: () => load(desk, round), staleTime: Infinity });
  return (
    <RoundCard round={round} title={texts.title(round.number)} vouch={texts.vouch}>
      {loaded.data === undefined ? <p role="status">{texts.loading}</p> : <Shown round={round} loaded={loaded.data} onAgain={() => void loaded.refetch()} />}
    </RoundCard>
  );
}

async function load(desk: Desk, round: RoundDetail): Promise<Loaded> {
  const params = { roundId: round.id };
  const [bytes, roll] = await Promise.all([call(readManifest, { params }), call(readRoll, { params }, desk.token)]);
  if (!bytes.ok) return bytes;
  if (!roll.ok) return roll;
  return { ok: true, bytes: bytes.value, checked: await checkManifestForMe({ bytes: bytes.value, roll: roll.value, round, desk }) };
}

type ShownProps = { readonly round: RoundDetail; readonly loaded: Loaded; readonly onAgain: () => void };

function Shown({ round, loaded, onAgain }: ShownProps) {
  const texts = useTexts({ zh, en });
  if (!loaded.ok) {
    return (
      <>
        <RefusalLine refusal={loaded.error} />
        <p className="card-acts">
          <button type="button" className="button" onClick={onAgain}>
            {texts.again}
          </button>
        </p>
      </>
    );
  }
  if (loaded.checked === null) {
    return (
      <>
        <Stop title={texts.manifest.unreadable} text={texts.manifest.doNotSign} />
        <LookAgain act={texts.again} onAgain={onAgain} />
        <SignActs round={round} gate="manifest" sign={null} found={texts.manifest.unreadable} />
      </>
    );
  }
  return <Checked round={round} bytes={loaded.bytes} checked={loaded.checked} onAgain={onAgain} />;
}

type CheckedProps = { readonly round: RoundDetail; readonly bytes: Uint8Array; readonly checked: CheckedManifest; readonly onAgain: () => void };

function Checked({ round, bytes, checked, onAgain }: CheckedProps) {
  const { manifest: texts, decline, again } = useTexts({ zh, en });
  const desk = useDesk();
  const [compared, setCompared] = useState<Comparison>('not-yet');
  const lines = checked.checks.map(({ name, ok }) => ({ name: texts.checkNames[name], ok }));
  const bad = lines.filter(({ ok }) => !ok).map(({ name }) => name);
  const found = [...(bad.length === 0 ? [] : [decline.failed(bad.join('；'))]), ...(compared === 'differs' ? [texts.differsReason] : [])].join('。');
  const sign = { act: texts.act, ready: compared === 'matches', run: () => signFiles(desk, round.id, [{ file: 'manifest', bytes }]) };
  const checks = <CheckList label={texts.checks} checks={lines} ifBad={texts.doNotSign} />;
  return (
    <>
      {bad.length === 0 ? null : checks}
      {bad.length === 0 ? null : <LookAgain act={again} onAgain={onAgain} />}
      <Contents checked={checked} />
      {bad.length === 0 ? checks : null}
      {bad.length === 0 ? <FingerprintCompare characters={checked.fingerprint} compared={compared} onCompared={setCompared} /> : null}
      {bad.length === 0 && compared === 'not-yet' ? <p className="quiet">{texts.compareFirst}</p> : null}
      <SignActs key={`${bad.length}/${compared}`} round={round} gate="manifest" sign={found === '' ? sign : null} found={found} />
    </>
  );
}

/** What is signed, in the manifest's own words and numbers. */
function Contents({ checked: { manifest } }: { readonly checked: CheckedManifest }) {
  const texts = useTexts({ zh, en }).manifest;
  const { me } = useDesk();
  return (
    <>
      <Figures
        figures={[
          { label: texts.places, value: texts.placesOf(manifest.rule.max, manifest.options.length) },
          { label: texts.summoned, value: manifest.summoned },
          { label: texts.threshold, value: texts.thresholdText(manifest.t, manifest.scrutineers.length) },
          { label: texts.rule, value: texts.ruleText(manifest.rule.min, manifest.rule.max, manifest.rule.abstain) },
        ]}
      />
      <h2>{texts.options}</h2>
      <ol className="plain-list numbered">
        {manifest.options.map(({ number, title }) => (
          <li key={number}>
            <span className="list-number">{number}.</span> {title}
          </li>
        ))}
      </ol>
      <h2>{texts.keyCodes}</h2>
      <ul className="plain-list">
        {manifest.scrutineers.map(({ i, name, sign }) => (
          <li key={i}>
            {i}. {name} <code>{keyCode(sign)}</code>
            {i === me.position ? ` ${texts.mine}` : ''}
          </li>
        ))}
      </ul>
    </>
  );
}
