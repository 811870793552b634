import { type Bytes, utf8 } from './bytes.ts';

/** A label that ends in a zero byte. */
function closed(text: string): Bytes {
  return utf8(`${text}\0`);
}

/** Every label of rv1, in one place: what is hashed, derived, sealed or signed for one purpose never serves another. */
export const LABELS = {
  // letters and sheets
  check: closed('rv1 check'),
  rehearsalCheck: closed('rvt check'),
  auth: closed('rv1 auth'),
  capsule: closed('rv1 capsule'),
  scrutineer: closed('rv1 scrutineer'),
  box: closed('rv1 box'),
  boxKey: closed('rv1 box key'),
  login: closed('rv1 login'),
  // the paper; those that end a derivation carry no zero byte
  paperKey: utf8('rv1 paper ed25519'),
  paperSalt: utf8('rv1 paper salt'),
  paperBlind: utf8('rv1 paper r'),
  paper: closed('rv1 paper'),
  issue: closed('rv1 issue'),
  // the ballot
  contentKey: closed('rv1 cek'),
  body: closed('rv1 body'),
  share: closed('rv1 share'),
  cast: closed('rv1 cast'),
  receipt: closed('rv1 receipt'),
  // what scrutineers and the server sign
  manifest: closed('rv1 manifest'),
  count: closed('rv1 count'),
  sth: closed('rv1 sth'),
  release: closed('rv1 release'),
  board: closed('rv1 board'),
  outcome: closed('rv1 outcome'),
  ruling: closed('rv1 ruling'),
  // letters that were made anew, and ballots on printed paper
  reissue: closed('rv1 reissue'),
  paperOut: closed('rv1 paper out'),
  paperIn: closed('rv1 paper in'),
} as const;
