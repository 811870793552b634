/**
 * `npm run certificate -- NAME-or-IP [...]`: https for the hall by an authority of this installation's own, which may vouch
 * for these names alone. Run again it renews the server's certificate; `--new` makes a new authority.
 */
import { ConfigError, readCertificateConfig } from '#server/config.ts';
import { runningServer } from '#server/data-lock.ts';
import { CertificateFolder } from '#server/tls/certificate-folder.ts';
import { readHostName } from '#server/tls/host-name.ts';
import { renewCertificate } from '#server/tls/renew.ts';

const USAGE = 'usage: npm run certificate -- NAME-or-IP [...]   for example: npm run certificate -- 192.168.1.5 vote.example';

const texts = process.argv.slice(2);
const anew = texts.includes('--new');
const names = texts.filter((text) => text !== '--new').map((text) => readHostName(text) ?? fail(`${text}: not a name or address of a machine. ${USAGE}`));
const config = await readCertificateConfig().catch((error: unknown) => fail(error instanceof ConfigError ? `Wrong setting. ${error.message}` : String(error)));

const renewed = await renewCertificate(new CertificateFolder(config.dataDir, config.masterKey), names, anew, new Date());
if (!renewed.ok) fail(renewed.why === 'no-names' ? USAGE : beyondSentence(renewed));
const { own, newAuthority } = renewed;

console.log(`Server certificate: ${own.server.subjectAltName ?? ''}; until ${dayOf(own.server.validTo)}.`);
console.log(`${newAuthority ? 'New authority' : 'Same authority, nothing to install again'}; until ${dayOf(own.root.validTo)}. SHA-256 of its certificate, to be compared on every device before it is installed:`);
console.log(own.root.fingerprint256);
if (config.ownFilesGiven) console.log('TLS_CERT and TLS_KEY are set and go before this certificate.');
console.log(runningServer(config) === null ? '`npm start` speaks https now.' : 'Stop the server and start it again: it speaks https then.');

function beyondSentence({ authorityOf, beyond }: { readonly authorityOf: readonly string[]; readonly beyond: readonly string[] }): string {
  return (
    `The authority that devices have installed may vouch for ${authorityOf.join(', ')}, not for ${beyond.join(', ')}. ` +
    `Add --new for a new authority, which every device must install. Nothing was changed.`
  );
}

function dayOf(text: string): string {
  return new Date(text).toISOString().slice(0, 10);
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
