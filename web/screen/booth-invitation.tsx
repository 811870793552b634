import { QrCode } from '../components/qr-code.tsx';
import type { ScreenTexts } from '../text/screen.zh.ts';

/** Where delegates go with their phones. The code names the congress; the short address finds it by the letter. */
export function BoothInvitation({ address, texts }: { readonly address: string; readonly texts: ScreenTexts }) {
  const { protocol, host } = new URL(address);
  return (
    <aside className="booth-invitation" aria-label={texts.booth.name}>
      <p>{texts.booth.scan}</p>
      <QrCode text={address} name={texts.booth.code} />
      <p>
        {texts.booth.type}
        <span className="booth-address">
          {protocol}//
          <wbr />
          {host}
          <wbr />
          /b
        </span>
      </p>
    </aside>
  );
}
