import { toBase64url } from '#shared/ballot-paper/base64url.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import { boxKeyMessage, scrutineerBoxKey, scrutineerSignKey } from '#shared/ballot-paper/scrutineer.ts';
import { makeSecret } from '#shared/ballot-paper/secret-code.ts';
import { setUpCongress } from '#shared/contract/account.ts';
import type { Project } from '#shared/contract/congress.ts';
import { makeSetupLink } from '#server/features/setup/setup.service.ts';
import { api } from './api.ts';
import { idBytes } from './people.ts';
import type { TestServer } from './test-server.ts';

/** A congress as a clerk finds it after the setup link: nothing in it yet. */
export type Preparation = { readonly congressId: string; readonly clerk: string; readonly params: { readonly congressId: string } };

export async function aPreparation(server: TestServer): Promise<Preparation> {
  const token = await makeSetupLink(server.deps);
  const body = {
    token,
    congress: { title: '2026年度民生实事项目票选', place: '宁围街道', year: 2026, profile: 'street' as const },
    clerk: { name: '王工', password: 'a long password' },
  };
  const signedIn = await api(server.url).must(setUpCongress, { body });
  return { congressId: signedIn.who.congressId, clerk: signedIn.token, params: { congressId: signedIn.who.congressId } };
}

export function projectInput(number: number, title = `项目${String(number)}`): Omit<Project, 'id' | 'standing'> {
  return { number, title, theme: null, targets: [], investment: null, responsibleUnit: null, deadline: null, note: null };
}

/** What a scrutineer's browser hands in at the key ceremony. */
export async function keysFor(congressId: string, roundIds: readonly string[]) {
  const root = makeSecret(NODE_PLATFORM);
  const electionId = idBytes(congressId);
  const sign = await scrutineerSignKey(NODE_PLATFORM, root, electionId);
  const boxKeys = await Promise.all(
    roundIds.map(async (roundId) => {
      const { publicKey: box } = await scrutineerBoxKey(NODE_PLATFORM, root, electionId, idBytes(roundId));
      const sig = await NODE_PLATFORM.ed25519Sign(sign.seed, boxKeyMessage(electionId, idBytes(roundId), box));
      return { roundId, box: toBase64url(box), sig: toBase64url(sig) };
    }),
  );
  return { sign: toBase64url(sign.publicKey), boxKeys, key: sign };
}
