import type { Pixels } from './picture-pixels.ts';

/** Widths of bars and spaces of the symbols 0 to 105, in modules. Source: ISO/IEC 15417, table 1. */
const SYMBOLS = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 ' +
  '223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 ' +
  '112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 ' +
  '311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 ' +
  '122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 ' +
  '214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232'
).split(' ');
const [CODE_C, CODE_B, START_B, START_C] = [99, 100, 104, 105];

/** What a hand scanner reads from the picture of a Code 128: one row across its middle. Throws where it is none, or its check fails. */
export function readCode128({ width, height, grey }: Pixels): string {
  const row = Array.from(grey.subarray(width * Math.floor(height / 2), width * (Math.floor(height / 2) + 1)), (value) => value < 128);
  const runs: number[] = [];
  for (const [x, dark] of row.entries()) {
    if (x === 0 || dark !== row[x - 1]) runs.push(0);
    runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
  }
  // The quiet zone before the first bar, and the one after the last.
  const bars = runs.slice(row[0] === true ? 0 : 1, row.at(-1) === true ? undefined : -1);
  const symbols: number[] = [];
  // The stop has seven parts, every other symbol six.
  for (let at = 0; at + 7 < bars.length; at += 6) symbols.push(symbolOf(bars.slice(at, at + 6)));
  const check = symbols.pop();
  const sum = symbols.reduce((total, symbol, index) => total + symbol * Math.max(1, index), 0) % 103;
  if (check !== sum) throw new Error(`The check of the bars is ${String(check)}, it should be ${String(sum)}.`);
  return textOf(symbols);
}

function symbolOf(widths: readonly number[]): number {
  const module = widths.reduce((sum, one) => sum + one, 0) / 11;
  const symbol = SYMBOLS.indexOf(widths.map((one) => Math.round(one / module)).join(''));
  if (symbol < 0) throw new Error(`No symbol of Code 128: ${widths.join(' ')}.`);
  return symbol;
}

function textOf([start, ...symbols]: readonly number[]): string {
  let inPairs = start === START_C;
  if (!inPairs && start !== START_B) throw new Error('The bars begin in a code set that letters do not use.');
  let text = '';
  for (const symbol of symbols) {
    if (inPairs && symbol === CODE_B) inPairs = false;
    else if (!inPairs && symbol === CODE_C) inPairs = true;
    else text += inPairs ? String(symbol).padStart(2, '0') : String.fromCharCode(32 + symbol);
  }
  return text;
}
