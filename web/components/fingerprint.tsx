import { useTexts } from '../text/language.ts';
import { en } from '../text/frame.en.ts';
import { zh } from '../text/frame.zh.ts';

/** The 16 characters of a manifest in four groups, to compare with the hall screen. */
export function Fingerprint({ characters }: { readonly characters: string }) {
  const texts = useTexts({ zh, en });
  const groups = characters.replaceAll(/[\s-]/g, '').match(/.{1,4}/g) ?? [];
  return (
    <span className="fingerprint">
      <span className="fingerprint-name">{texts.fingerprint}</span> <code>{groups.join(' ')}</code>
    </span>
  );
}
