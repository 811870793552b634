import { useState } from 'react';

const PREFIX = 'scrutineer/draft/';

/** What is half written in a field, kept in this tab so that neither a reload nor an urgent card takes it away. */
export function useDraft(name: string, start = ''): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => sessionStorage.getItem(PREFIX + name) ?? start);
  const change = (next: string) => {
    sessionStorage.setItem(PREFIX + name, next);
    setText(next);
  };
  return [text, change];
}

export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}
