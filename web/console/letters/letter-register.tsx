import { useState } from 'react';
import type { z } from 'zod';
import { type Delegate, handOutLetters, keepLetters } from '#shared/contract/roll.ts';
import { deskTexts } from '#web/text/console.desk.ts';
import { letterTexts } from '#web/text/console.letters.ts';
import { useLanguage, useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole } from '../console-context.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { DelegateTable } from '../table/delegate-table.tsx';
import { useAct } from '../use-act.ts';
import { LetterActs } from './letter-acts.tsx';
import { LetterBalance } from './letter-balance.tsx';

type Make = (delegation: string, delegates: readonly Delegate[]) => unknown;
type Standing = keyof typeof letterTexts.zh.register.standing;
const STANDINGS: readonly Standing[] = ['none', 'made', 'handed-out', 'kept', 'revoked'];

/** 凭证登记: where every letter is, whether it adds up, and what the clerk marks by hand. */
export function LetterRegister({ onMake }: { readonly onMake: Make | null }) {
  const texts = useTexts(letterTexts);
  const desk = useTexts(deskTexts).checkIn;
  const { congressId, day } = useConsole();
  const [note, setNote] = useState('');
  if (day.delegates.length === 0) return null;
  return (
    <div>
      <h2>{texts.register.title}</h2>
      <p className="quiet">{texts.register.what}</p>
      <LetterBalance />
      <KeepRest onMarked={setNote} />
      <p role="status">{note}</p>
      <p>
        <a className="lone-link" href={`/print/${congressId}/letters-register`} target="_blank" rel="noreferrer">
          {texts.register.document}
        </a>
      </p>
      <DelegateTable
        name={texts.register.title}
        delegates={day.delegates}
        empty={desk.noRoll}
        search={texts.search}
        page={10}
        filters={[{ label: texts.register.filter, choices: new Map(STANDINGS.map((one) => [one, texts.register.standing[one]])), all: texts.register.everything, keyOf: standingOf }]}
        bulk={(chosen, chooseNone) => <ChosenLetters chosen={chosen} onMarked={(said) => { setNote(said); chooseNone(); }} />}
        columns={[
          { title: desk.columns.letter, key: 'letter', render: (_, one) => <Standing delegate={one} /> },
          { title: desk.columns.acts, key: 'acts', render: (_, one) => <LetterActs delegate={one} onMake={onMake} /> },
        ]}
      />
    </div>
  );
}

function standingOf({ letter, letterAt }: Delegate): Standing {
  return letterAt?.standing ?? (letter === 'revoked' ? 'revoked' : 'none');
}

function Standing({ delegate }: { readonly delegate: Delegate }) {
  const texts = useTexts(letterTexts).register;
  const { language } = useLanguage();
  const { since, by } = delegate.letterAt ?? { since: null, by: null };
  return (
    <>
      {texts.standing[standingOf(delegate)]}
      {since === null ? null : <small className="quiet"> {texts.by(new Date(since).toLocaleString(language, { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false }), by ?? '')}</small>}
    </>
  );
}

/** What lies on the desk after check-in, counted and sealed in one act. */
function KeepRest({ onMarked }: { readonly onMarked: (said: string) => void }) {
  const { congressId, day } = useConsole();
  const texts = useTexts(letterTexts).register;
  const { act, busy, refusal } = useAct(keepLetters);
  const rest = numbersOf(day.delegates, ['made']);
  const keep = async () => onMarked(said(await act({ params: { congressId }, body: { numbers: rest } }), texts));
  if (rest.length === 0) return <RefusalNotice refusal={refusal} />;
  return (
    <>
      <ConfirmedAct quiet label={texts.keepRest(rest.length)} says={texts.keepSays(rest.length)} yes={texts.keepYes} busy={busy} onYes={keep} />
      <RefusalNotice refusal={refusal} />
    </>
  );
}

function ChosenLetters({ chosen, onMarked }: { readonly chosen: readonly Delegate[]; readonly onMarked: (said: string) => void }) {
  const { congressId } = useConsole();
  const texts = useTexts(letterTexts).register;
  const handing = useAct(handOutLetters);
  const keeping = useAct(keepLetters);
  const toHand = numbersOf(chosen, ['made', 'kept']);
  const toKeep = numbersOf(chosen.filter((one) => one.attendance !== 'present'), ['made', 'handed-out']);
  const params = { congressId };
  const handOut = async () => onMarked(said(await handing.act({ params, body: { numbers: toHand } }), texts));
  const keep = async () => onMarked(said(await keeping.act({ params, body: { numbers: toKeep } }), texts));
  return (
    <>
      {toHand.length === 0 ? null : <ConfirmedAct quiet label={texts.handOut(toHand.length)} says={texts.handOutSays(toHand.length)} yes={texts.handOutYes} busy={handing.busy} onYes={handOut} />}
      {toKeep.length === 0 ? null : <ConfirmedAct quiet label={texts.keep(toKeep.length)} says={texts.keepChosenSays(toKeep.length)} yes={texts.keepChosenYes} busy={keeping.busy} onYes={keep} />}
      <RefusalNotice refusal={handing.refusal ?? keeping.refusal} />
    </>
  );
}

type Marked = z.output<typeof keepLetters.response>;

function said(result: { readonly ok: boolean; readonly value?: Marked } | null, texts: typeof letterTexts.zh.register): string {
  return result?.value === undefined ? '' : texts.marked(result.value.marked, result.value.others);
}

function numbersOf(delegates: readonly Delegate[], standings: readonly Standing[]): string[] {
  return delegates.filter((one) => standings.includes(standingOf(one))).map((one) => one.number);
}
