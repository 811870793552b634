import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { frameTexts } from '#web/text/console.frame.ts';
import { useTexts } from '#web/text/language.ts';

type Props = {
  /** The button that is always there: verb and object. */
  readonly label: string;
  /** The sentence that says what follows. */
  readonly says: ReactNode;
  /** The second button, which does it. */
  readonly yes: string;
  readonly onYes: () => unknown;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly quiet?: boolean;
  /** Whether what the sentence asks for, such as a reason, is there; the second button waits for it. */
  readonly ready?: boolean;
  /** Names the button in full where its label is short, as in a table. */
  readonly name?: string;
};

/** An act that cannot simply be undone: asked first, in the place where it was pressed, and done on the second press. */
export function ConfirmedAct({ label, says, yes, onYes, busy = false, disabled = false, quiet = false, ready = true, name }: Props) {
  const texts = useTexts(frameTexts);
  const [asking, setAsking] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (asking) box.current?.focus();
    // Back from the sentence, the keyboard stands where it was.
    else if (asked.current) button.current?.focus();
    asked.current = asking;
  }, [asking]);
  if (!asking) {
    return (
      <Button ref={button} type={quiet ? 'default' : 'primary'} disabled={disabled} loading={busy} aria-label={name} onClick={() => setAsking(true)}>
        {label}
      </Button>
    );
  }
  const answer = () => {
    setAsking(false);
    onYes();
  };
  return (
    <div ref={box} className="confirm" role="group" aria-label={name ?? label} tabIndex={-1} onKeyDown={(event) => event.key === 'Escape' && setAsking(false)}>
      <div className="confirm-says">{says}</div>
      <div className="row">
        <Button onClick={() => setAsking(false)}>{texts.goBack}</Button>
        <Button type="primary" loading={busy} disabled={!ready} onClick={answer}>
          {yes}
        </Button>
      </div>
    </div>
  );
}
