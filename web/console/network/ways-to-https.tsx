import { networkTexts } from '#web/text/console.network.ts';
import { useTexts } from '#web/text/language.ts';

/** Shown while the installation speaks http: each of the two ways as its command, with this machine's own address filled in. */
export function WaysToHttps({ addresses }: { readonly addresses: readonly string[] }) {
  const texts = useTexts(networkTexts).ways;
  const names = addresses.length > 0 ? addresses.join(' ') : texts.example;
  return (
    <section>
      <h2>{texts.title}</h2>
      <p>{texts.own}</p>
      <p><code className="network-command">npm run certificate -- {names}</code></p>
      <p>{texts.files}</p>
      <p><code className="network-command">TLS_CERT=vote.pem TLS_KEY=vote.key PUBLIC_ORIGIN=https://{texts.example} npm start</code></p>
      <p className="quiet">{texts.page}</p>
    </section>
  );
}
