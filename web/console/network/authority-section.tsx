import { AUTHORITY_FILE, type NetworkView } from '#shared/contract/network.ts';
import { QrCode } from '#web/components/qr-code.tsx';
import { networkTexts } from '#web/text/console.network.ts';
import { useLanguage, useTexts } from '#web/text/language.ts';

/** The own authority: its fingerprint large, where devices fetch it, and the steps on each kind of device. */
export function AuthoritySection({ network: { certificate, door } }: { readonly network: NetworkView }) {
  const texts = useTexts(networkTexts).authority;
  const { language } = useLanguage();
  const authority = certificate?.authority ?? null;
  if (authority === null) return null;
  return (
    <section>
      <h2>{texts.title}</h2>
      <p>{texts.what}</p>
      <dl className="network-facts">
        <dt>{texts.fingerprint}</dt>
        <dd><code className="network-fingerprint">{groupsOf(authority.fingerprint)}</code></dd>
        <dt>{texts.until}</dt>
        <dd>{new Date(authority.notAfter).toLocaleDateString(language)}</dd>
      </dl>
      {door === null ? null : (
        <figure className="network-code">
          <QrCode text={`${door}/`} name={texts.door} />
          <figcaption>{texts.door} <code>{door}/</code></figcaption>
        </figure>
      )}
      <p className="network-download"><a href={AUTHORITY_FILE} download="authority.crt">{texts.download}</a></p>
      <ul>{texts.steps.map((step) => <li key={step}>{step}</li>)}</ul>
    </section>
  );
}

/** 32 pairs in groups of four, so that two people can read them to each other. */
function groupsOf(fingerprint: string): string {
  return (fingerprint.match(/(?:[0-9A-F]{2}:?){4}/g) ?? []).map((group) => group.replace(/:$/, '')).join(' ');
}
