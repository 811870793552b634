/** How a number format changes what a cell of a number shows, as far as offices' lists need it. */
export type NumberFormat = { readonly kind: 'zeros'; readonly digits: number } | { readonly kind: 'date'; readonly day: boolean };

/** Formats that every program knows by number (ECMA-376 18.8.30, with those of Chinese programs). */
const BUILT_IN_DAYS = new Set([14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58]);
const BUILT_IN_MONTHS = new Set([17, 27, 36, 50, 52, 57]);
const DAY_MS = 86_400_000;
/** Day 0 of the usual count; the other, of old Macintosh files, begins four years later. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1_462;
const LAST_DAY = 2_958_465;

/** Null for a format that leaves the number as it is read. `code` where the file defines the format itself. */
export function numberFormat(id: number, code: string | undefined): NumberFormat | null {
  if (code === undefined) {
    if (BUILT_IN_DAYS.has(id)) return { kind: 'date', day: true };
    return BUILT_IN_MONTHS.has(id) ? { kind: 'date', day: false } : null;
  }
  if (/^0{2,8}$/.test(code)) return { kind: 'zeros', digits: code.length };
  const letters = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase();
  if (!/[yd]/.test(letters) || /general/.test(letters)) return null;
  return { kind: 'date', day: letters.includes('d') };
}

/** What a cell of the number shows: zeros in front, a date in Chinese words, or the number without exponent. */
export function shownNumber(value: string, format: NumberFormat | null, from1904: boolean): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value.trim();
  if (format?.kind === 'date' && number >= 1 && number <= LAST_DAY) return shownDate(Math.floor(number) + (from1904 ? DAYS_TO_1904 : 0), format.day);
  const plain = plainNumber(number);
  return format?.kind === 'zeros' && /^[0-9]+$/.test(plain) ? plain.padStart(format.digits, '0') : plain;
}

/** Office programs show 15 digits; what binary fractions add behind them is not in the cell. */
function plainNumber(number: number): string {
  const shown = Number(number.toPrecision(15));
  return Math.abs(shown) < 1e-6 ? shown.toFixed(15).replace(/\.?0+$/, '') : String(shown);
}

function shownDate(days: number, day: boolean): string {
  const date = new Date(DAY_ZERO + days * DAY_MS);
  const month = `${String(date.getUTCFullYear())}年${String(date.getUTCMonth() + 1)}月`;
  return day ? `${month}${String(date.getUTCDate())}日` : month;
}
