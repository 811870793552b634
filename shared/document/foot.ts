import type { Document } from './model.ts';

/** On every page of a rehearsal's document. */
export const REHEARSAL_MARK = '演 练（不作正式文书使用）';

/** Fingerprint and hash as they stand at the foot of every page; empty where the record has none, and none is invented. */
export function footWords({ foot }: Pick<Document, 'foot'>): string {
  const parts = [
    ...(foot.fingerprint === null ? [] : [`本轮指纹 ${foot.fingerprint}`]),
    ...(foot.hash === null ? [] : [`${foot.hash.label} ${foot.hash.value}`]),
  ];
  return parts.join('　');
}
