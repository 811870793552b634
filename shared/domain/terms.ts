import type { Profile } from './method.ts';
import type { BaseName } from './threshold.ts';

/** The words that differ from one kind of meeting to another; all others are the same everywhere. */
export type Terms = {
  readonly meeting: string;
  /** The act of voting, as in 票选结果. */
  readonly vote: string;
  readonly method: string;
  readonly ballotPaper: string;
  readonly chair: string;
  /** The body that carries the projects out. */
  readonly office: string;
};

const TERMS: Readonly<Record<Profile, Terms>> = {
  // A sub-district has no congress of its own: it says neither 人民代表大会 nor 主席团.
  street: {
    meeting: '街道居民议政会议',
    vote: '票选',
    method: '票选办法',
    ballotPaper: '票选票',
    chair: '会议主持人',
    office: '街道办事处',
  },
  town: {
    meeting: '乡镇人民代表大会',
    vote: '票决',
    method: '票决办法',
    ballotPaper: '表决票',
    chair: '主席团',
    office: '乡镇人民政府',
  },
  county: {
    meeting: '县区人民代表大会',
    vote: '票决',
    method: '票决办法',
    ballotPaper: '表决票',
    chair: '主席团',
    office: '县区人民政府',
  },
  custom: {
    meeting: '会议',
    vote: '票选',
    method: '票选办法',
    ballotPaper: '票选票',
    chair: '会议主持人',
    office: '承办机关',
  },
};

/** The words of a meeting by its profile. */
export function termsOf(profile: Profile): Terms {
  return TERMS[profile];
}

/** The name of a rate's base, which stands beside every rate. */
export const BASE_TERMS: Readonly<Record<BaseName, string>> = { roll: '应到', present: '实到', valid: '有效票' };
