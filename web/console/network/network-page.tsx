import { useAnswer } from '#web/api/use-answer.ts';
import './network.css';
import { Button } from 'antd';
import { type NetworkView, readNetwork } from '#shared/contract/network.ts';
import { QrCode } from '#web/components/qr-code.tsx';
import { networkTexts } from '#web/text/console.network.ts';
import { useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { AuthoritySection } from './authority-section.tsx';
import { CertificateSection } from './certificate-section.tsx';
import { EstimateSection } from './estimate-section.tsx';
import { ReadinessList } from './readiness-list.tsx';
import { WaysToHttps } from './ways-to-https.tsx';

/** How the hall's devices reach this server: what the clerk looks at and prints the day before. */
export function NetworkPage() {
  const texts = useTexts(networkTexts);
  const { congressId, token } = useConsole();
  const { value: network, error } = useAnswer(['congress', congressId, 'network'], readNetwork, { params: { congressId } }, token);
  return (
    <section className="panel network-page">
      <h1>{texts.title}</h1>
      <p className="network-what">{texts.what}</p>
      <p className="notice">{texts.never}</p>
      <RefusalNotice refusal={error} />
      {network === undefined ? null : <Reached network={network} />}
      <ReadinessList />
      <EstimateSection />
      <div className="row">
        <Button onClick={() => window.print()}>{texts.print}</Button>
      </div>
    </section>
  );
}

function Reached({ network }: { readonly network: NetworkView }) {
  const [printed = window.location.origin] = network.origins;
  return (
    <>
      <Addresses network={network} />
      {printed.startsWith('http:') ? <WaysToHttps addresses={network.addresses} /> : <CertificateSection certificate={network.certificate} />}
      <AuthoritySection network={network} />
      <ConnectionCheck origin={printed} />
    </>
  );
}

function Addresses({ network: { origins } }: { readonly network: NetworkView }) {
  const texts = useTexts(networkTexts).addresses;
  const [printed, ...others] = origins;
  const here = window.location.origin;
  return (
    <section>
      <h2>{texts.title}</h2>
      <dl className="network-facts">
        <dt>{texts.printed}</dt>
        <dd><code>{printed}</code></dd>
        {others.length === 0 ? null : (
          <>
            <dt>{texts.others}</dt>
            <dd>{others.map((origin) => <code key={origin}>{origin}</code>)}</dd>
          </>
        )}
      </dl>
      {printed?.startsWith('http:') === true ? <p className="notice">{texts.plain}</p> : null}
      {origins.includes(here) ? null : <p className="notice">{texts.here(here)}</p>}
    </section>
  );
}

function ConnectionCheck({ origin }: { readonly origin: string }) {
  const texts = useTexts(networkTexts).check;
  const address = `${origin}/connection`;
  return (
    <section>
      <h2>{texts.title}</h2>
      <p>{texts.what}</p>
      <figure className="network-code">
        <QrCode text={address} name={texts.qr} />
        <figcaption><a href={address} target="_blank" rel="noreferrer">{address}</a></figcaption>
      </figure>
    </section>
  );
}
