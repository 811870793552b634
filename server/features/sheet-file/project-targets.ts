import type { z } from 'zod';
import { target } from '#shared/contract/congress.ts';

type Target = z.infer<typeof target>;
export type Targets = { readonly read: readonly Target[]; readonly bad: readonly string[] };

/** What, amount and unit together: longer pieces are no target, and are not matched at all. */
const LONGEST = 130;
const AMOUNT = '(?<amount>[0-9]{1,10})\\s*(?<unit>';
/** 创建未来社区：不少于 4 个. With a word or a mark between, the unit may be long. */
const MARKED = new RegExp(`^(?<what>.*?[^\\s:,])(?:\\s*[:,]\\s*|\\s+|(?=不少于|不低于|至少|正好|≥|>=))(?<word>不少于|不低于|至少|正好|≥|>=|at least|exactly)?\\s*${AMOUNT}[^\\s0-9][^0-9]{0,19})$`, 'u');
/** 新增自行车200辆. Without one, a long unit is more likely the name of a thing (120急救中心). */
const PLAIN = new RegExp(`^(?<what>.*?[^\\s0-9])${AMOUNT}[^\\s0-9]{1,3})$`, 'u');
/** Where no word says otherwise, a number is meant as it stands. */
const AT_LEAST = /^(不少于|不低于|至少|≥|>=|at least)$/;

/** One target a line, or separated by semicolons: what, 不少于 where it is a minimum, amount, unit. */
export function readTargets(text: string): Targets {
  const read: Target[] = [];
  const bad: string[] = [];
  for (const piece of text.split(/[\r\n;；]+/).map((one) => one.trim()).filter((one) => one !== '')) {
    const one = readTarget(piece);
    if (one === null) bad.push(piece);
    else read.push(one);
  }
  return { read, bad };
}

function readTarget(piece: string): Target | null {
  if (piece.length > LONGEST) return null;
  // Width of signs and commas between thousands are ways of writing; brackets in the name stay as they are.
  const plain = piece.replace(/[。.]$/, '').replace(/[：，０-９]/g, (sign) => sign.normalize('NFKC')).replace(/(?<=[0-9]),(?=[0-9]{3}(?![0-9]))/g, '');
  const found = (MARKED.exec(plain) ?? PLAIN.exec(plain))?.groups;
  if (found === undefined) return null;
  const { what = '', word = '', amount = '', unit = '' } = found;
  const size = AT_LEAST.test(word) ? { atLeast: Number(amount) } : { exactly: Number(amount) };
  const read = target.safeParse({ what, unit, ...size });
  return read.success ? read.data : null;
}
