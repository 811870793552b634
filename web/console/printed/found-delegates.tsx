import { type ReactNode, useState } from 'react';
import type { Delegate } from '#shared/contract/roll.ts';
import { useTexts } from '#web/text/language.ts';
import { en } from '#web/text/printed.en.ts';
import { zh } from '#web/text/printed.zh.ts';
import { useConsole } from '../console-context.ts';
import { findRows } from '../table/find-rows.ts';

const MOST_SHOWN = 5;

/** A search whose few answers each have their act. */
export function FoundDelegates({ children }: { readonly children: (delegate: Delegate) => ReactNode }) {
  const texts = useTexts({ zh, en }).handOut;
  const { day } = useConsole();
  const [search, setSearch] = useState('');
  const found = search.trim() === '' ? [] : findRows(day.delegates, search, (one) => [one.number, one.name, one.delegation]).slice(0, MOST_SHOWN);
  return (
    <>
      <label className="field">
        <span>{texts.search}</span>
        <input type="search" autoComplete="off" value={search} onChange={(event) => setSearch(event.target.value)} />
      </label>
      {search.trim() !== '' && found.length === 0 ? <p role="status">{texts.none}</p> : null}
      <ul className="printed-list">
        {found.map((delegate) => (
          <li key={delegate.id}>
            <p>
              {delegate.number} {delegate.name}（{delegate.delegation}）
            </p>
            {children(delegate)}
          </li>
        ))}
      </ul>
    </>
  );
}
