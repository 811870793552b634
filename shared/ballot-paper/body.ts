import { type Bytes, concat, zeros } from './bytes.ts';
import { toCrockford } from './crockford.ts';
import { MOST_OPTIONS } from './manifest.ts';

/**
 * What lies inside a box entry, 128 bytes: 1 | number of options | 0 | 0 | tracker (10) | 0 | 0 | one byte per
 * option, 1 where it is marked | zeros. No marks at all is an abstention.
 */
export const BODY_LENGTH = 128;
export const TRACKER_LENGTH = 10;
const TRACKER_AT = 4;
const MARKS_AT = BODY_LENGTH - MOST_OPTIONS;

/** Every mark of a printed ballot that the chief ruled invalid. */
export const RULED_INVALID = 3 as const;

/** One mark (0 or 1) per option in the manifest's order, or RULED_INVALID for each of them. */
export type BodyMarks = readonly (0 | 1)[] | readonly (typeof RULED_INVALID)[];

/** The 128 bytes of a body; tracker 10 bytes. */
export function makeBody(tracker: Uint8Array, marks: BodyMarks): Bytes {
  const head = Uint8Array.of(1, marks.length, 0, 0);
  const rest = zeros(MOST_OPTIONS - marks.length);
  return concat(head, tracker, zeros(2), Uint8Array.from(marks), rest);
}

/**
 * A body as it was found; `marks` is null where it has none: malformed, or a printed ballot ruled invalid.
 * The tracker is bytes 4 to 13 either way.
 */
export type ReadBody = { readonly tracker: string; readonly marks: readonly number[] | null; readonly ruledInvalid: boolean };

/** Reads a body of 128 bytes against the number of options of its round. */
export function readBody(body: Uint8Array, options: number): ReadBody {
  const tracker = trackerText(body.subarray(TRACKER_AT, TRACKER_AT + TRACKER_LENGTH));
  const marks = [...body.subarray(MARKS_AT, MARKS_AT + options)];
  const zeroBytes = [body[2], body[3], body[14], body[15], ...body.subarray(MARKS_AT + options)];
  const wellFormed = body[0] === 1 && body[1] === options && zeroBytes.every((value) => value === 0);
  const ruledInvalid = wellFormed && marks.every((mark) => mark === RULED_INVALID);
  return { tracker, marks: wellFormed && marks.every((mark) => mark <= 1) ? marks : null, ruledInvalid };
}

/** The tracker (10 bytes) as the 16 characters with which a delegate finds the ballot on the board. */
export function trackerText(tracker: Uint8Array): string {
  return toCrockford(tracker, 16);
}
