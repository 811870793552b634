import type { Project } from '#shared/contract/congress.ts';

/** 更新辖区交通路网 不少于 3000 米 */
export function targetWords(target: Project['targets'][number], words: { atLeast: string; exactly: string }): string {
  const exact = target.exactly !== undefined;
  return `${target.what} ${exact ? words.exactly : words.atLeast} ${target.exactly ?? target.atLeast ?? 0} ${target.unit}`;
}
