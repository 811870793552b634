import type { Document } from './model.ts';

/** On every page of a rehearsal's document. */
export const REHEARSAL_MARK = '演 练（不作正式文书使用）';

/** Fingerprint and hashes as they stand at the foot of every page, line by line; none where the record has none. */
export function footLines({ foot }: Pick<Document, 'foot'>): readonly string[] {
  const parts = [
    ...(foot.fingerprint === null ? [] : [`本轮指纹 ${foot.fingerprint}`]),
    ...(foot.hash === null ? [] : [`${foot.hash.label} ${foot.hash.value}`]),
  ];
  return [...(parts.length === 0 ? [] : [parts.join('　')]), ...foot.more.map(({ label, value }) => `${label} ${value}`)];
}
