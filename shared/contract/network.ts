import { z } from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { instant } from './field.ts';
import { congressId } from '../ids.ts';

/** An origin: scheme, host and port where it is not the usual one, no path, no slash at its end. */
const origin = z.string().check(z.regex(/^https?:\/\/[^/]+$/));

export const readPublicOrigin = endpoint({
  method: 'GET',
  path: '/api/public-origin',
  who: ['public'],
  summary: 'The address under which delegates reach this installation (the first of PUBLIC_ORIGIN); what is printed names it, wherever the console was opened',
  response: z.object({ origin }),
});

/** The installation's own authority: 32 pairs of hex, SHA-256 over its certificate in DER. */
const authority = z.object({ fingerprint: z.string().check(z.regex(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)), notAfter: instant });
const certificate = z.object({
  names: z.array(z.string()),
  notAfter: instant,
  /** null: the owner's files. */
  authority: z.nullable(authority),
});
export type CertificateView = z.infer<typeof certificate>;

export const readNetwork = endpoint({
  method: 'GET',
  path: '/api/congresses/:congressId/network',
  who: ['clerk'],
  summary: 'How devices of the hall reach this installation: addresses, and the certificate where it speaks https itself',
  params: z.object({ congressId }),
  response: z.object({
    /** Addresses under which browsers may come, the printed one first. */
    origins: z.array(origin),
    /** Where a device without the authority's certificate fetches it, over plain http. */
    door: z.nullable(origin),
    /** IPv4 addresses of this machine on its networks, for whoever makes the certificate. */
    addresses: z.array(z.string()),
    certificate: z.nullable(certificate),
  }),
});
export type NetworkView = z.infer<typeof readNetwork.response>;

export const AUTHORITY_FILE = '/api/authority.crt';

export const readAuthority = endpoint({
  method: 'GET',
  path: AUTHORITY_FILE,
  who: ['public'],
  summary: 'The certificate of the own authority, in DER, as devices install it; refuses not-found where there is none',
  response: 'file',
});

export const readReadiness = endpoint({
  method: 'GET',
  path: '/api/congresses/:congressId/readiness',
  who: ['clerk'],
  summary: 'What the opening checklist asks of the installation: a second clerk, and a backup that was restored on trial',
  params: z.object({ congressId }),
  response: z.object({
    /** Open clerk accounts. */
    clerks: z.int().check(z.minimum(0)),
    /** When a backup of this congress was last restored on trial, or null. */
    restoreTestedAt: z.nullable(instant),
  }),
});
export type Readiness = z.infer<typeof readReadiness.response>;
