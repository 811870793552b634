import { Secret, TOTP } from 'otpauth';
import type { KeyFolder } from './key-folder.ts';

/** RFC 6238 with what every authenticator understands: SHA-1, six digits, 30 s; one step early or late is taken. */
const SETTINGS = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const SECRET_BYTES = 20;
const WINDOW = 1;

/** The secret of an account in use, and one that is offered and not yet confirmed; both in the key folder. */
const inUse = (accountId: string) => `totp-${accountId}`;
const offered = (accountId: string) => `totp-offered-${accountId}`;

export type Offer = { readonly uri: string; readonly secret: string };

/** Makes a secret for an authenticator; an earlier offer ends. `label` stands in the authenticator beside the digits. */
export async function offerSecret(keys: KeyFolder, accountId: string, label: string): Promise<Offer> {
  const secret = new Secret({ size: SECRET_BYTES });
  await keys.destroy(offered(accountId));
  await keys.write(offered(accountId), secret.bytes);
  return { uri: new TOTP({ ...SETTINGS, secret, label, issuer: '民生实事票决' }).toString(), secret: secret.base32 };
}

/** The time step of a code of the offered secret, which is then the one in use; null for a code that does not fit. */
export async function confirmOffer(keys: KeyFolder, accountId: string, code: string): Promise<number | null> {
  const secret = await keys.read(offered(accountId));
  const step = stepOf(secret, code);
  if (secret === null || step === null) return null;
  await keys.destroy(inUse(accountId));
  await keys.write(inUse(accountId), secret);
  await keys.destroy(offered(accountId));
  return step;
}

/** The time step (Unix seconds / 30) to which the code in use belongs; null for a code that does not fit. */
export async function codeStep(keys: KeyFolder, accountId: string, code: string): Promise<number | null> {
  return stepOf(await keys.read(inUse(accountId)), code);
}

export async function dropSecret(keys: KeyFolder, accountId: string): Promise<void> {
  await keys.destroy(inUse(accountId));
  await keys.destroy(offered(accountId));
}

function stepOf(secret: Buffer | null, code: string): number | null {
  if (secret === null) return null;
  const totp = new TOTP({ ...SETTINGS, secret: new Secret({ buffer: new Uint8Array(secret).buffer }) });
  const delta = totp.validate({ token: code, window: WINDOW });
  return delta === null ? null : Math.floor(Date.now() / 1000 / SETTINGS.period) + delta;
}
