import { checkConsistency } from './manifest.ts';
import { areBoxKeysSigned } from './manifest-check.ts';
import { type Check, type CheckContext, type Finding, checkOf, firstOf, unless } from './check.ts';
import { equalBytes } from './bytes.ts';
import { isStampModulus } from './rsa-key.ts';
import { type FileSignature, type Signer, checkSignatures, signedMessage } from './signed-file.ts';

/** Options, rule, method and threshold agree with each other. */
export const checkManifestForm: Check = checkOf(['manifest'], ({ manifest }) => {
  const consistent = checkConsistency(manifest);
  return unless(consistent.ok, `inconsistent: ${consistent.ok ? '' : (consistent.field ?? 'manifest')}`);
});

/** At least t different scrutineers signed the manifest, and nobody else. */
export const checkManifestSignatures: Check = checkOf(
  ['manifest', 'manifestHash', 'signatures'],
  ({ manifest, manifestHash, signatures }, context) =>
    findSigners(context, manifest.scrutineers, signedMessage('manifest', manifestHash), signatures.manifest, manifest.t),
);

/** Every box key is a key of its own and signed by its scrutineer for this round. */
export const checkBoxKeys: Check = checkOf(['manifest'], async ({ manifest }, { platform }) =>
  unless(await areBoxKeysSigned(platform, manifest), 'a box key that its scrutineer did not sign'),
);

/** The stamp key is RSA-3072. */
export const checkStampKey: Check = checkOf(['manifest'], ({ manifest }) =>
  unless(isStampModulus(manifest.paperKey), 'no modulus of 3072 bits'),
);

/** The tree head names this manifest. */
export const checkTreeHead: Check = checkOf(['manifestHash', 'treeHead'], ({ manifestHash, treeHead }) =>
  unless(equalBytes(treeHead.mh, manifestHash), 'another manifest'),
);

/** The server and at least t scrutineers signed the tree head. */
export const checkTreeHeadSignatures: Check = checkOf(
  ['manifest', 'treeHeadHash', 'signatures'],
  async ({ manifest, treeHeadHash, signatures }, context) => {
    const signers = [{ i: 0, sign: manifest.serverKey }, ...manifest.scrutineers];
    const byServer = signatures.sth.some(({ i }) => i === 0);
    const message = signedMessage('sth', treeHeadHash);
    return firstOf(
      unless(byServer, 'not signed by the server'),
      await findSigners(context, signers, message, signatures.sth, manifest.t + 1),
    );
  },
);

/** What is wrong with a list that should hold at least `least` valid signatures and no other. */
export async function findSigners(
  { platform }: CheckContext,
  signers: readonly Signer[],
  message: Uint8Array,
  signatures: readonly FileSignature[],
  least: number,
): Promise<Finding> {
  const signed = await checkSignatures(platform, signers, message, signatures);
  if (!signed.ok) return `signature of ${signed.figures?.['i'] ?? '?'} is wrong, doubled or foreign`;
  return unless(signed.by.length >= least, `${signed.by.length} of ${least} signatures`);
}
