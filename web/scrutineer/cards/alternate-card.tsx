import { useTexts } from '../../text/language.ts';
import { en } from '../../text/scrutineer.en.ts';
import { zh } from '../../text/scrutineer.zh.ts';
import { Card } from '../card.tsx';

/** An alternate has nothing to sign until the meeting gives them a place: what that means, calmly. */
export function AlternateCard({ name, title }: { readonly name: string; readonly title: string }) {
  const texts = useTexts({ zh, en }).alternate;
  return (
    <Card title={texts.title}>
      <p>
        <strong>{texts.who(name, title)}</strong>
      </p>
      <ul className="plain-list">
        {texts.text.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Card>
  );
}
