import type { Rate } from '../domain/rate.ts';
import { fullRoundName } from '../domain/round-name.ts';
import { BASE_TERMS, termsOf } from '../domain/terms.ts';
import type { Facts, ProjectFacts, RoundFacts, TargetFacts } from './facts.ts';

/** China's time all year round; a document says the same wherever it is made. */
const CHINA_MS = 8 * 3_600_000;

/** 2025年3月5日 */
export function dateWords(instant: string): string {
  const date = inChina(instant);
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
}

/** 09:05 */
export function clockWords(instant: string): string {
  return inChina(instant).toISOString().slice(11, 16);
}

/** 2025-03-05 09:05, which a spreadsheet sorts; in texts and forms a moment is in words. */
export function instantWords(instant: string): string {
  return inChina(instant).toISOString().slice(0, 16).replace('T', ' ');
}

/** 2025年3月5日 09:05 */
export function momentWords(instant: string): string {
  return `${dateWords(instant)} ${clockWords(instant)}`;
}

/** 3月5日 09:05, where the year is clear. */
export function shortWords(instant: string): string {
  return momentWords(instant).slice(5);
}

function inChina(instant: string): Date {
  return new Date(Date.parse(instant) + CHINA_MS);
}

const DIGITS = '零一二三四五六七八九';

/** 1 to 99 in Chinese numerals: 十, 十二, 二十, 二十一. */
export function chineseNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十`;
  return ten + (ones === 0 && tens > 0 ? '' : (DIGITS[ones] ?? ''));
}

/** 90.91%（有效票）: a rate never stands without its base. */
export function rateWords({ part, whole, base }: Rate): string {
  return whole === 0 ? '—' : `${percentWords(part, whole)}（${BASE_TERMS[base]}）`;
}

/** Two digits after the point, cut and not rounded, so that 49.999% never reads 50%. */
export function percentWords(part: number, whole: number): string {
  const hundredths = Math.floor((part * 10_000) / whole);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}%`;
}

/** 第2轮（得票相等再次投票）; a void round and one that was counted by hand are always called so. */
export function roundWords({ number, kind, state, hand }: Pick<RoundFacts, 'number' | 'kind' | 'state' | 'hand'>): string {
  return fullRoundName({ number, kind, hand, voided: state === 'void' });
}

/** 建成未来社区不少于4个; 新建道路5条 */
export function targetWords({ what, atLeast, exactly, unit }: TargetFacts): string {
  if (atLeast !== undefined) return `${what}不少于${atLeast}${unit}`;
  return `${what}${exactly ?? ''}${unit}`;
}

/** All targets of a project in one line; empty where there are none. */
export function targetsWords({ targets }: Pick<ProjectFacts, 'targets'>): string {
  return targets.map(targetWords).join('；');
}

/** The meeting's title with its place before it, once. */
export function meetingName({ congress: { title, place } }: Facts): string {
  return title.startsWith(place) ? title : place + title;
}

/** 宁围街道居民议政会议: the kind of meeting under the name of its place. */
export function assemblyName({ congress }: Facts): string {
  return ofPlace(congress.place, termsOf(congress.profile).meeting);
}

/** 宁围街道办事处 */
export function officeName({ congress }: Facts): string {
  return ofPlace(congress.place, termsOf(congress.profile).office);
}

/** Who announces: the 主席团 of a congress; elsewhere the meeting itself. */
export function announcerName(facts: Facts): string {
  const { chair } = termsOf(facts.congress.profile);
  return chair === '主席团' ? assemblyName(facts) + chair : assemblyName(facts);
}

/** General words such as 乡镇 give way to the name of the place, which says what it is. */
function ofPlace(place: string, term: string): string {
  if (term.startsWith('街道')) return place.endsWith('街道') ? place + term.slice(2) : place + term;
  return place + term.replace(/^(乡镇|县区)/, '');
}
