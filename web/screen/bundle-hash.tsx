import './bundle-hash.css';
import { useQuery } from '@tanstack/react-query';
import { readPublicOrigin } from '#shared/contract/network.ts';
import { readBundle } from '#shared/contract/service.ts';
import { call } from '../api/client.ts';
import { en } from '../text/screen.en.ts';
import { zh } from '../text/screen.zh.ts';
import { useTexts } from '../text/language.ts';

/** The SHA-256 of the voting page's program, for whoever compares it with what their phone was sent; its list says how. */
export function BundleHash() {
  const texts = useTexts({ zh, en });
  const { data } = useQuery({ queryKey: ['bundle'], queryFn: () => call(readBundle, {}), staleTime: 60_000 });
  // The screen's own window may be open under an address that no phone reaches.
  const { data: reached } = useQuery({ queryKey: ['public-origin'], queryFn: () => call(readPublicOrigin, {}), staleTime: Infinity });
  if (data?.ok !== true || reached?.ok !== true) return null;
  const { sha256, list } = data.value;
  return (
    <p className="bundle-hash">
      <span>{texts.bundle(`${new URL(reached.value.origin).host}${list}`)}</span> <code>{sha256.replaceAll(/.{8}(?=.)/g, '$& ')}</code>
    </p>
  );
}
