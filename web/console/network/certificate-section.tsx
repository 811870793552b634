import type { CertificateView } from '#shared/contract/network.ts';
import { SOON_DAYS } from '#shared/domain/certificate-days.ts';
import { networkTexts } from '#web/text/console.network.ts';
import { useLanguage, useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';

const DAY_MS = 86_400_000;

/** The server's certificate and how long it lasts; warns before it ends. */
export function CertificateSection({ certificate }: { readonly certificate: CertificateView | null }) {
  const texts = useTexts(networkTexts).certificate;
  const { language } = useLanguage();
  const { day } = useConsole();
  if (certificate === null) {
    return (
      <section>
        <h2>{texts.title}</h2>
        <p>{texts.proxy}</p>
      </section>
    );
  }
  const days = Math.floor((Date.parse(certificate.notAfter) - Date.parse(day.screen.now)) / DAY_MS);
  return (
    <section>
      <h2>{texts.title}</h2>
      {days < SOON_DAYS ? <p className="notice" role="alert">{texts.soon(days)}</p> : null}
      {certificate.authority === null ? <p>{texts.files}</p> : null}
      <dl className="network-facts">
        <dt>{texts.names}</dt>
        <dd>{certificate.names.map((name) => <code key={name}>{name}</code>)}</dd>
        <dt>{texts.until}</dt>
        <dd>{new Date(certificate.notAfter).toLocaleDateString(language)}{texts.daysLeft(days)}</dd>
      </dl>
    </section>
  );
}
